/** Sends a file to be tried or imported, and follows how far the server is. */
import { type Choices, readChoices } from "#domain/import/api.ts";
import type { ImportReport } from "#domain/import/report.ts";
import { writePaths } from "#domain/paths.ts";
import type { Problem } from "#domain/wire.ts";
import type { DeskProblem } from "./send.ts";

/** What is to be imported: a chosen file, or what was pasted. */
export interface Given {
  name: string;
  body: Blob;
  type: string;
}

/** How the file is to be read. */
export interface Options extends Choices {
  charset: string;
}

export interface Progress {
  phase: "checking" | "importing";
  rows: number;
}

export type ImportOutcome =
  | { outcome: "done"; report: ImportReport }
  | { outcome: "refused"; problem: DeskProblem }
  | { outcome: "signed-out" }
  | { outcome: "offline" };

export const noOptions: Options = { columns: {}, parties: new Map(), order: undefined, charset: "" };

/** The form of a file, told by its name and its beginning. */
export function typeOf(name: string, start: string): string {
  if (/\.(?:ndjson|jsonl)$/i.test(name)) return "application/x-ndjson";
  if (/\.json$/i.test(name)) return "application/json";
  if (/\.(?:csv|tsv|txt)$/i.test(name)) return "text/csv";
  return /^\s*[[{]/.test(start) ? "application/json" : "text/csv";
}

/** The options that an earlier import of such a file left behind, as the server tells them. */
export const optionsFrom = (report: ImportReport, charset: string): Options => ({
  ...readChoices(report.choices),
  charset,
});

function addressOf({ name }: Given, options: Options, accept: number | null): string {
  const query = new URLSearchParams({ dryRun: accept === null ? "true" : "false", name: name.slice(0, 200) });
  if (accept !== null) query.set("accept", String(accept));
  if (options.charset !== "") query.set("charset", options.charset);
  if (options.order) query.set("dateOrder", options.order);
  if (Object.keys(options.columns).length > 0) query.set("mapping", JSON.stringify(options.columns));
  if (options.parties.size > 0) {
    const parties = [...options.parties].map(([name_, codes]) => [name_, codes.join("|")]);
    query.set("parties", JSON.stringify(Object.fromEntries(parties)));
  }
  return `${writePaths.imports()}?${query}`;
}

/** The lines of an answer as they come. */
async function* linesOf(answer: Response): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  let rest = "";
  const reader = answer.body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (!read || read.done) break;
    rest += decoder.decode(read.value, { stream: true });
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line);
  }
}

type Line = Progress | { status: number; body: { data?: ImportReport } & Partial<Problem> };

/** A number tries nothing and imports that many rows; null is the dry run. */
export async function sendImport(
  given: Given,
  options: Options,
  accept: number | null,
  onProgress: (progress: Progress) => void,
): Promise<ImportOutcome> {
  try {
    const answer = await fetch(addressOf(given, options, accept), {
      method: "POST",
      headers: {
        "content-type": given.type,
        accept: "application/x-ndjson",
        ...(accept === null ? {} : { "idempotency-key": crypto.randomUUID() }),
      },
      body: given.body,
    });
    if (answer.status === 401) return { outcome: "signed-out" };
    if (!answer.ok) return { outcome: "refused", problem: (await answer.json()) as DeskProblem };
    for await (const line of linesOf(answer) as AsyncGenerator<Line>) {
      if ("rows" in line) onProgress(line);
      else if (line.body.data && line.status < 300) return { outcome: "done", report: line.body.data };
      else return { outcome: "refused", problem: line.body as DeskProblem };
    }
    return { outcome: "offline" };
  } catch {
    return { outcome: "offline" };
  }
}
