/** The tables in SQLite's dialect, one export each, as drizzle-kit reads them. */
import { kits } from "./dialects.ts";
import { defineTables } from "./tables.ts";

export const {
  countries,
  sources,
  countingRules,
  frameworks,
  moments,
  memberships,
  agreements,
  versions,
  sides,
  tags,
  acts,
  commitments,
  conflicts,
  citations,
  checks,
  stagePeriods,
  flagPeriods,
  expectations,
  contradictions,
  searchDocuments,
  changes,
} = defineTables(kits.sqlite);
