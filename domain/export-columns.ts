/** What each column of the exported list means: the second sheet of the workbook, and the metadata of the CSV (CSVW). */
import { listHeader } from "./agreement-csv.ts";
import type { Clocks } from "./clocks.ts";
import type { CountingRule } from "./counting.ts";

export interface ColumnDoc {
  /** A datatype of the W3C's Tabular Data model. */
  datatype: "string" | "date" | "dateTime" | "integer";
  meaning: string;
  /** What stands between several values in one cell. */
  separator?: string;
}

const text = (meaning: string): ColumnDoc => ({ datatype: "string", meaning });
const list = (meaning: string): ColumnDoc => ({ datatype: "string", meaning, separator: "; " });
const date = (meaning: string): ColumnDoc => ({ datatype: "date", meaning });
const whole = (meaning: string): ColumnDoc => ({ datatype: "integer", meaning });
const instant = (meaning: string): ColumnDoc => ({ datatype: "dateTime", meaning });

const docs: Readonly<Record<string, ColumnDoc>> = {
  slug: text("The name of the agreement in its address; it never changes."),
  title: text("The official title in English, or a plain description where none was found."),
  side1: list("The first side: one country, seldom several."),
  side2: list("The second side."),
  side1Codes: list("ISO 3166-1 alpha-2 codes of the first side; EU and XK besides."),
  side2Codes: list("The same of the second side."),
  type: text("What kind of agreement it is."),
  profile: text("Which acts bind: treaty, definitive or political; empty: not known."),
  framework: text("The framework that it hangs under; empty: none."),
  tags: list("Published lists and topics that it belongs to."),
  stage: text("Where it stands on the day, derived from acts."),
  stageLabel: text("The stage in words."),
  since: date("Earliest possible first day of the stage."),
  sinceLatest: date("Latest possible first day of the stage."),
  certainty: text("surely or possibly: whether it stood there on the day."),
  signedOn: date("Day of the last signature, when signed by the day."),
  inForceOn: date("Day of force or, for a political text, of effect."),
  talksSince: date("Earliest possible first day of talks."),
  talksDays: whole("Days from the first day of talks to the last signature."),
  place: text("Where it was signed."),
  nextKind: text("The next act that is announced or expected; empty: none."),
  nextDate: text("When it is expected: an EDTF date (ISO 8601-2, level 1)."),
  nextCertainty: text("announced by a side, or expected by a source."),
  flags: list("What to mind: disputed, overdue, stalled, unsourced, stale."),
  sources: whole("Number of different sources cited."),
  revision: whole("The number of its last accepted change."),
  changedAt: instant("When that change was recorded."),
  checkedOn: text("Last day somebody looked and found nothing new: an EDTF date."),
  on: date("The day that the row is true on."),
  known: instant("The instant as of which the record knew it."),
};

/** Every column of the list with its meaning, in the order of the file. */
export const listColumns: readonly (ColumnDoc & { name: string })[] = listHeader.map((name) => ({
  name,
  ...(docs[name] ?? text("")),
}));

export const licence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" } as const;

interface Exported {
  /** Public address of the CSV with its query. */
  url: string;
  clocks: Clocks;
  rule: CountingRule;
}

/** The metadata document of the CSV (W3C, Metadata Vocabulary for Tabular Data, 2015). */
export const csvMetadata = ({ url, clocks, rule }: Exported) => ({
  "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
  url,
  "dc:title": "Accords: bilateral agreements",
  "dc:license": { "@id": licence.url },
  "dc:publisher": "Accords",
  "dc:description": `As of ${clocks.on}, as known at ${clocks.known}. Counting rule “${rule.label}”: ${rule.definition}`,
  dialect: { encoding: "utf-8", header: true, quoteChar: '"', doubleQuote: true, lineTerminators: ["\r\n"] },
  tableSchema: {
    primaryKey: "slug",
    columns: listColumns.map(({ name, datatype, meaning, separator }) => ({
      name,
      titles: name,
      datatype,
      "dc:description": meaning,
      ...(separator === undefined ? {} : { separator }),
      ...(name === "slug" ? { required: true } : {}),
    })),
  },
});
