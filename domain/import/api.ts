/** The routes of imports: words, bodies and answers. */
import { z } from "zod";
import type { ApiWrite } from "../api-writes.ts";
import { instant } from "../wire.ts";
import { type ColumnChoice, columnRoleCodes } from "./columns.ts";
import { dateOrders } from "./messy-date.ts";
import { importReport, revertReport } from "./report.ts";

const yesOrNo = z.enum(["true", "false"], "true, false");
const mostNames = 2000;

/** A text of JSON in the address, read by a schema. */
const inJson = <T extends z.ZodType>(schema: T, allowed: string) =>
  z.string().transform((text, { addIssue }): z.output<T> => {
    try {
      const read = schema.safeParse(JSON.parse(text));
      if (read.success) return read.data;
    } catch {
      // Told below, like every other text that is not what it should be.
    }
    addIssue(allowed);
    return z.NEVER;
  });

const columnChoice = z.partialRecord(z.enum(columnRoleCodes), z.string().max(200));
const partyChoice = z
  .record(z.string().max(300), z.string().regex(/^[A-Z]{2}(?:\|[A-Z]{2}){0,4}$/))
  .refine((names) => Object.keys(names).length <= mostNames);

/** The query words of an import. */
export const importWords = {
  dryRun: yesOrNo.meta({
    description: "`true`, and when left out: only answers what would happen. `false` imports.",
  }),
  partial: yesOrNo.meta({
    description: "`true` imports what can be imported although other rows are rejected.",
  }),
  accept: z
    .string()
    .regex(/^\d{1,7}$/, "a number of rows")
    .transform(Number)
    .meta({
      description:
        "How many rows the dry run said can be imported (all but the rejected ones): those are, if it still is so.",
    }),
  charset: z.string().max(40).meta({
    description:
      "What the bytes of the file are, if neither UTF-8 nor UTF-16 with its mark: such as windows-1252.",
  }),
  dateOrder: z.enum(dateOrders, dateOrders.join(", ")).meta({
    description: "How to read 03/04/2024: day first or month first. Without it such a date is refused.",
  }),
  name: z
    .string()
    .max(200, "200 characters at most")
    .meta({ description: "The name of the file, for the history." }),
  mapping: inJson(
    columnChoice,
    `a JSON object of ${columnRoleCodes.join(", ")} with headers of the file`,
  ).meta({
    description:
      'Which column means what, as JSON: `{"title":"Name of treaty"}`; an empty header takes a meaning away. Remembered for files with the same header.',
  }),
  parties: inJson(partyChoice, 'a JSON object of names with country codes, such as {"Castile":"ES"}').meta({
    description:
      'Names in the file with the countries that they mean, as JSON: `{"Castile":"ES","RUS":"SU|RU"}`; of several codes the first that was there on the date. Remembered like `mapping`.',
  }),
  resultsFrom: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, "a row number")
    .transform(Number)
    .meta({ description: "The first row to be told of in `results`." }),
} as const;

/** The types of file that are taken, each with its form. */
export const importMedia = {
  "text/csv": "csv",
  "application/csv": "csv",
  "text/tab-separated-values": "csv",
  "application/json": "json",
  "application/x-ndjson": "lines",
  "application/jsonl": "lines",
} as const;

export const importSummary = z
  .object({
    id: z.string(),
    recordedAt: instant,
    recordedBy: z.string(),
    name: z.string(),
    fileHash: z.string(),
    rows: z.int(),
    create: z.int(),
    update: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    revertedAt: instant.nullable(),
    revertedBy: z.string().nullable(),
  })
  .meta({ id: "Import" });
export type ImportSummary = z.infer<typeof importSummary>;

export const importList = z.object({ data: z.array(importSummary) });
export const importDetail = z.object({
  data: importSummary.extend({
    choices: z.record(z.string(), z.string()),
    results: z.array(
      z.object({
        row: z.int(),
        result: z.enum(["create", "update"]),
        slug: z.string(),
        title: z.string().nullable().meta({ description: "Null when it was taken out since." }),
      }),
    ),
    next: z.int().nullable(),
  }),
});
export type ImportDetail = z.infer<typeof importDetail>["data"];

export const importRowWords = {
  from: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, "a row number")
    .transform(Number)
    .meta({ description: "The first row to be told of." }),
} as const;

export const revertInput = z
  .strictObject({
    reason: z.string().max(1000).nullish(),
    partial: z.boolean().default(false).meta({
      description: "Leaves agreements that somebody has worked on since, and reverts the rest.",
    }),
  })
  .meta({ id: "RevertImportInput" });

export const importWrites = {
  importFile: {
    method: "POST",
    status: 201,
    revision: "none",
    action: "import",
    path: "/imports",
    id: "importFile",
    summary: "Import a list of agreements",
    description:
      "CSV, JSON (a list, or as this API answers it) or JSON Lines, 64 MiB at most. A dry run answers 200 and what would become of each row. An import is one batch in one transaction: with rejected rows it is refused (422, `rows-rejected`) unless `accept` or `partial` says otherwise; 200 when the file brings nothing new. With `Accept: application/x-ndjson` the progress is told line by line, and the last line holds `status` and `body`.",
    media: Object.keys(importMedia),
    own: importWords,
    body: z.string().meta({ description: "The file." }),
    answer: z.object({ data: importReport }),
  },
  revertImport: {
    method: "POST",
    status: 200,
    revision: "none",
    action: "import",
    path: "/imports/{id}/revert",
    id: "revertImport",
    summary: "Revert an import",
    description:
      "What it brought is taken out of the record, what it changed is changed back, in one transaction. 409 when somebody has worked on one of the agreements since, with their addresses.",
    body: revertInput,
    answer: z.object({ data: revertReport }),
  },
} as const satisfies Record<string, ApiWrite>;

/** Choices as they are kept: one flat object of texts. */
export interface Choices {
  columns: ColumnChoice;
  parties: ReadonlyMap<string, readonly string[]>;
  order: (typeof dateOrders)[number] | undefined;
}

export const flatChoices = ({ columns, parties, order }: Choices): Record<string, string> =>
  Object.fromEntries([
    ...Object.entries(columns).map(([role, header]) => [`column ${role}`, header]),
    ...[...parties].map(([name, codes]) => [`party ${name}`, codes.join("|")]),
    ...(order === undefined ? [] : [["dateOrder", order]]),
  ]);

/** The choices that were kept. */
export function readChoices(flat: Readonly<Record<string, string>>): Choices {
  const columns: ColumnChoice = {};
  const parties = new Map<string, string[]>();
  for (const [key, value] of Object.entries(flat)) {
    const role = columnRoleCodes.find((code) => key === `column ${code}`);
    if (role) columns[role] = value;
    if (key.startsWith("party ")) parties.set(key.slice("party ".length), value.split("|"));
  }
  return { columns, parties, order: dateOrders.find((order) => order === flat.dateOrder) };
}
