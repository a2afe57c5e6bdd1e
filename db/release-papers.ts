/** What goes with the tables of a release: what it is, how to cite it, what each column means, under which licence. */
import type { Clocks } from "#domain/clocks.ts";
import { licence } from "#domain/export-columns.ts";
import { meaningOf } from "./release-dictionary.ts";
import { manifestFile } from "./release-manifest.ts";
import type { ReleaseColumn, ReleaseTable } from "./release-tables.ts";

export interface Edition {
  appVersion: string;
  clock: Clocks;
  counts: Readonly<Record<string, number>>;
}

export const releaseTitle = "Accords: bilateral agreements, their acts and their history";

const datatypes: Record<ReleaseColumn["type"], string> = {
  text: "string",
  integer: "integer",
  real: "double",
  boolean: "boolean",
  json: "json",
};

/** The data dictionary: the metadata of all CSV files in one document (W3C, Metadata Vocabulary for Tabular Data). */
const dictionaryOf = (tables: readonly ReleaseTable[], { clock }: Edition) => ({
  "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
  "dc:title": releaseTitle,
  "dc:license": { "@id": licence.url },
  "dc:publisher": "Accords",
  "dc:description": `Everything as known at ${clock.known}, and everything known before.`,
  dialect: { encoding: "utf-8", header: true, quoteChar: '"', doubleQuote: true, lineTerminators: ["\r\n"] },
  tables: tables.map(({ name, about, columns, key }) => ({
    url: `csv/${name}.csv`,
    "dc:description": about,
    tableSchema: {
      primaryKey: key,
      columns: columns.map((column) => ({
        name: column.name,
        titles: column.name,
        datatype: datatypes[column.type],
        required: column.required,
        "dc:description": meaningOf(name, column.name),
      })),
    },
  })),
});

const citationOf = ({ appVersion, clock }: Edition) => `cff-version: 1.2.0
message: Please cite this release when you use it.
type: dataset
title: "${releaseTitle}"
authors:
  - name: Accords
version: "${clock.known}"
date-released: "${clock.on}"
license: CC-BY-4.0
abstract: "The whole public record as known at ${clock.known}, with its history, written by Accords ${appVersion}."
`;

const licenceText = `The data of this release are under ${licence.name}
${licence.url}

Use them freely and name Accords. They are facts collected from public pages; each source remains its publisher's.
`;

function readMe(tables: readonly ReleaseTable[], { appVersion, clock, counts }: Edition): string {
  const rows = tables.map(({ name, about }) => `| \`${name}\` | ${counts[name]} | ${about} |`);
  return `# ${releaseTitle}

The whole public record as it was known at ${clock.known}, with its history, written by Accords ${appVersion}.

| table | rows | what it holds |
|---|---|---|
${rows.join("\n")}

Each table is there three times with the same rows and columns: \`jsonl/\` (one JSON object a line), \`csv/\` (RFC 4180; a text
that a spreadsheet would take for a formula has \`'\` in front; values that are lists or objects are JSON), and in \`accords.db\`
(SQLite). \`data-dictionary.json\` says what each column means (CSV on the Web). \`${manifestFile}\` has the SHA-256 of every
file.

Two clocks run through it. Days (\`date\`, \`valid_from\`, \`valid_to\`) say when something was true. Instants (\`recorded_at\`,
\`superseded_at\`, \`known_from\`, \`known_to\`) say when the record knew it: rows that were corrected or withdrawn stay, and what
was known at an instant are the rows with \`recorded_at\` (or \`known_from\`) up to it and \`superseded_at\` (or \`known_to\`)
after it. Where agreements stood on a day, as known now:

    select a.slug, p.stage from agreements a join stage_periods p on p.agreement_id = a.id
    where p.known_to > '9999' and p.valid_from <= '2024-05-14' and p.valid_to > '2024-05-14'

A frozen view is a row of \`shares\`: the SHA-256 of its \`body\` is its \`hash\`. Accords reads a release into an empty database
with \`npm run import-release -- FOLDER\`.
`;
}

/** The files that go with the tables, by their names. */
export const releasePapers = (tables: readonly ReleaseTable[], edition: Edition): Record<string, string> => ({
  "README.md": readMe(tables, edition),
  LICENSE: licenceText,
  "CITATION.cff": citationOf(edition),
  "data-dictionary.json": `${JSON.stringify(dictionaryOf(tables, edition), null, 1)}\n`,
});
