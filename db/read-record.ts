/** Reads the curated record from a folder and refuses a broken one with file, row, field and reason. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { type CuratedRecord, recordFiles, recordLists } from "#domain/record.ts";
import { danglingReferences } from "#domain/record-references.ts";

/** One thing that is wrong: in which file, at which row and field, and why. */
export interface RecordFault {
  file: string;
  row: string | null;
  field: string | null;
  reason: string;
}

/** Thrown for a record that cannot be loaded; nothing has been. */
export class RecordError extends Error {
  readonly faults: readonly RecordFault[];

  constructor(faults: readonly RecordFault[]) {
    super(faults.map(faultInWords).join("\n"));
    this.faults = faults;
  }
}

const faultInWords = ({ file, row, field, reason }: RecordFault): string =>
  [file, row === null ? null : `row ${row}`, field === null ? null : `field ${field}`, reason]
    .filter((part) => part !== null)
    .join(": ");

/** `acts[2].date` is row `acts 3`, field `date`; `title` is a field of the file itself. */
function locate(path: readonly PropertyKey[]): { row: string | null; field: string | null } {
  const at = path.findIndex((part) => typeof part === "number");
  const field = (parts: readonly PropertyKey[]) => (parts.length > 0 ? parts.map(String).join(".") : null);
  if (at === -1) return { row: null, field: field(path) };
  const row = [...path.slice(0, at).map(String), Number(path[at]) + 1].join(" ");
  return { row, field: field(path.slice(at + 1)) };
}

function parseFile<T extends z.ZodType>(
  folder: string,
  file: string,
  schema: T,
  faults: RecordFault[],
): z.infer<T>[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(folder, file), "utf8"));
  } catch (error) {
    faults.push({
      file,
      row: null,
      field: null,
      reason: error instanceof Error ? error.message : "cannot be read",
    });
    return [];
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return [parsed.data];
  for (const { path, message } of parsed.error.issues)
    faults.push({ file, ...locate(path), reason: message });
  return [];
}

const jsonFiles = (folder: string, sub: string) =>
  readdirSync(join(folder, sub))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => `${sub}/${name}`);

/** The record in `folder`; throws {@link RecordError}. */
export function readRecord(folder: string): CuratedRecord {
  const faults: RecordFault[] = [];
  const list = <T extends z.ZodType>(file: string, schema: T) =>
    parseFile(folder, file, schema.array(), faults).flat() as z.infer<T>[];
  const record: CuratedRecord = {
    countries: list("countries.json", recordLists.country),
    sources: list("sources.json", recordLists.source),
    countingRules: list("counting-rules.json", recordLists.countingRule),
    frameworks: jsonFiles(folder, "frameworks").flatMap((file) =>
      parseFile(folder, file, recordFiles.framework, faults),
    ),
    agreements: jsonFiles(folder, "agreements").flatMap((file) =>
      parseFile(folder, file, recordFiles.agreement, faults),
    ),
    leftOut: list("left-out.json", recordLists.leftOut),
  };
  if (faults.length === 0) faults.push(...danglingReferences(record));
  if (faults.length > 0) throw new RecordError(faults);
  return record;
}
