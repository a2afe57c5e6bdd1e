/**
 * The tables of a release: all that anybody may read of, with its whole history, and nothing else. Users are there
 * as the names that they write under; sessions, tokens, drafts, proposals, imports and attempts are not.
 */
import type { Column } from "drizzle-orm";
import { canonicalJson } from "#domain/canonical-json.ts";
import { openVerbs } from "#domain/change-verb.ts";
import { releaseDictionary } from "./release-dictionary.ts";
import { columnsOf, type Reading, type Row, rowsOf, type TableName } from "./table-rows.ts";
import type { Tables } from "./tables.ts";

export interface ReleaseColumn {
  /** Its name in code, and in the release. */
  key: string;
  name: string;
  type: "text" | "integer" | "real" | "boolean" | "json";
  required: boolean;
}

export interface ReleaseTable {
  /** Its name in code, and in the release. */
  from: TableName;
  name: string;
  about: string;
  columns: ReleaseColumn[];
  key: string[];
  /** The row as it is published; null for one that is nobody's business. */
  publish: (row: Row) => Row | null;
}

/** In an order in which every row comes after those that it refers to. */
const published = {
  countries: "countries",
  sources: "sources",
  countingRules: "counting_rules",
  frameworks: "frameworks",
  moments: "moments",
  memberships: "memberships",
  agreements: "agreements",
  versions: "agreement_versions",
  sides: "agreement_sides",
  tags: "agreement_tags",
  acts: "acts",
  commitments: "commitments",
  conflicts: "conflicts",
  citations: "citations",
  checks: "checks",
  stagePeriods: "stage_periods",
  flagPeriods: "flag_periods",
  expectations: "expectations",
  contradictions: "contradictions",
  searchDocuments: "search_documents",
  changes: "changes",
  shares: "shares",
  users: "writers",
} as const satisfies Partial<Record<TableName, string>>;

const composed: Readonly<Record<string, string[]>> = {
  agreement_sides: ["version_id", "side", "country"],
  agreement_tags: ["version_id", "tag"],
};

/** Of a user anybody may read the name that stands beside what they recorded. */
const publicColumns: Readonly<Record<string, readonly string[]>> = { writers: ["id", "name"] };

/** What is about no agreement is public by its verb; its hashes speak of rows that are not, so they stay behind. */
function publicChange(row: Row): Row | null {
  if (row.agreementId !== null) return row;
  return openVerbs.includes(String(row.verb)) ? { ...row, hash: null } : null;
}

/** What was withdrawn is not handed out; that it was, and why, stays. */
const publicShare = (row: Row): Row => (row.withdrawnAt === null ? row : { ...row, body: null });

const publishing: Readonly<Record<string, (row: Row) => Row | null>> = {
  changes: publicChange,
  shares: publicShare,
};

/** The same on every engine, though each has its own type for JSON. */
function typeOf(column: Column): ReleaseColumn["type"] {
  const { dataType, columnType } = column;
  if (dataType === "json" || column.getSQLType() === "json") return "json";
  if (dataType === "boolean") return dataType;
  if (dataType === "number") return /Real|Double/.test(columnType) ? "real" : "integer";
  return "text";
}

/** Every table of a release, described from the schema. */
export function releaseTables(tables: Tables): ReleaseTable[] {
  return Object.entries(published).map(([from, name]) => {
    const all = columnsOf(tables, from as TableName);
    const shown = publicColumns[name];
    const columns = all.filter(([, column]) => shown === undefined || shown.includes(column.name));
    return {
      from: from as TableName,
      name,
      about: releaseDictionary[name]?.about ?? "",
      columns: columns.map(([key, column]) => ({
        key,
        name: column.name,
        type: typeOf(column),
        // The text of a withdrawn view is left out.
        required: column.notNull && column.name !== "body",
      })),
      key: composed[name] ?? columns.flatMap(([, column]) => (column.primary ? [column.name] : [])),
      publish: publishing[name] ?? ((row) => row),
    };
  });
}

/** One line of JSON Lines: the columns in the order of the schema, and each value in its canonical form. */
export function lineOf({ columns }: ReleaseTable, row: Row): string {
  const members = columns.map(
    ({ key, name }) => `${JSON.stringify(name)}:${canonicalJson(row[key] ?? null)}`,
  );
  return `{${members.join(",")}}\n`;
}

/** Ids of users that a published row names. */
function namedIn(table: ReleaseTable, row: Row): string[] {
  const own = [row.recordedBy, row.by, row.withdrawnBy];
  const inside = table.from === "changes" ? [row.before, row.after] : [];
  const sides = inside.flatMap((side) => {
    const { user, proposal } = (side ?? {}) as { user?: unknown; proposal?: { acceptedBy?: unknown } };
    return [user, proposal?.acceptedBy];
  });
  return [...own, ...sides].filter((id) => typeof id === "string");
}

/**
 * The published rows of the tables, table by table. Users come last and are those that the rows before them name: so
 * ask for the tables in the order of {@link releaseTables}.
 */
export function publishedRows(reading: Reading) {
  const named = new Set<string>();
  return async function* (table: ReleaseTable): AsyncGenerator<Row[]> {
    for await (const rows of rowsOf(reading, table.from)) {
      const shown = rows.flatMap((row): Row[] => {
        if (table.from === "users" && !named.has(String(row.id))) return [];
        const open = table.publish(row);
        return open === null ? [] : [open];
      });
      for (const row of shown) for (const id of namedIn(table, row)) named.add(id);
      if (shown.length > 0) yield shown;
    }
  };
}
