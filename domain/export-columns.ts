/** What each column of the exported files means: the second sheet of the workbook, and the metadata of the CSV (CSVW). */
import { actsHeader, listHeader } from "./agreement-csv.ts";
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

const ofList: Readonly<Record<string, ColumnDoc>> = {
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

const ofActs: Readonly<Record<string, ColumnDoc>> = {
  slug: text("The agreement that it is an act of."),
  id: text("The id of the act, unique in the whole record; a correction has one of its own."),
  kind: text("What was done: a word of the vocabulary of acts."),
  label: text("The same in words."),
  actor: text("Who did it: side 1, side 2, both, or a third party."),
  date: text("When: an EDTF date (ISO 8601-2, level 1)."),
  earliest: date("The first day that the date may mean; empty: open."),
  latest: date("The last day that the date may mean; empty: open."),
  effectiveOn: date("The day from which it has effect, where that is another one."),
  certainty: text("done and reported acts happened; announced and expected ones never move the stage."),
  how: text("Of an end: how it came about."),
  round: whole("The number of the round of talks."),
  place: text("Where it happened."),
  title: text("A few words that say what happened."),
  note: text("What happened, in our own words."),
  participants: list("Who took part, with their offices."),
  stage: text("The stage that it moved the agreement to; empty: none."),
  metBy: text("For an expectation: the act by which it came true."),
  slipDays: whole("Days by which it came after the last expected day."),
  sources: { ...text("Addresses of the sources that say so."), separator: " " },
  contradictedBy: { ...text("Addresses of the sources that say otherwise."), separator: " " },
  recordedAt: instant("When it was recorded."),
  recordedBy: text("Who recorded it."),
  revision: whole("The number of the agreement's last accepted change."),
  on: date("The day that the file is true on."),
  known: instant("The instant as of which the record knew it."),
};

type NamedColumn = ColumnDoc & { name: string };

const described = (header: readonly string[], docs: Readonly<Record<string, ColumnDoc>>): NamedColumn[] =>
  header.map((name) => ({ name, ...(docs[name] ?? text("")) }));

/** A file of rows: what it is called, what names a row, and every column in the order of the file. */
export interface ExportedTable {
  title: string;
  key: string;
  columns: readonly NamedColumn[];
}

export const listTable: ExportedTable = {
  title: "Accords: bilateral agreements",
  key: "slug",
  columns: described(listHeader, ofList),
};
export const actsTable: ExportedTable = {
  title: "Accords: the acts of an agreement",
  key: "id",
  columns: described(actsHeader, ofActs),
};

export const licence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" } as const;

interface Exported {
  /** Public address of the CSV with its query. */
  url: string;
  clocks: Clocks;
  rule: CountingRule;
}

/** The metadata document of the CSV (W3C, Metadata Vocabulary for Tabular Data, 2015). */
export const csvMetadata = ({ title, key, columns }: ExportedTable, { url, clocks, rule }: Exported) => ({
  "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
  url,
  "dc:title": title,
  "dc:license": { "@id": licence.url },
  "dc:publisher": "Accords",
  "dc:description": `As of ${clocks.on}, as known at ${clocks.known}. Counting rule “${rule.label}”: ${rule.definition}`,
  dialect: { encoding: "utf-8", header: true, quoteChar: '"', doubleQuote: true, lineTerminators: ["\r\n"] },
  tableSchema: {
    primaryKey: key,
    columns: columns.map(({ name, datatype, meaning, separator }) => ({
      name,
      titles: name,
      datatype,
      "dc:description": meaning,
      ...(separator === undefined ? {} : { separator }),
      ...(name === key ? { required: true } : {}),
    })),
  },
});
