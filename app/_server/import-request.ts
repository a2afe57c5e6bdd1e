/** Takes the body of an import to a file of its own, counting its bytes, and reads the words of the request. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { DomainError } from "#domain/errors.ts";
import { importMedia, importWords } from "#domain/import/api.ts";
import { readOwn, refuseOthers } from "./endpoint.ts";
import { charsets, type ImportFile, importRows } from "./import-file.ts";

/** The most that a file may hold; the front server lets as much through. */
export const mostBytes = 64 * 1024 * 1024;

export type ImportWords = ReturnType<typeof readOwn<typeof importWords>>;

/** The form and the charset that the sender declares. Throws `unsupported-media`. */
function declared({ headers }: Request): Pick<ImportFile, "form" | "charset"> {
  const encoding = headers.get("content-encoding");
  if (encoding !== null && encoding.toLowerCase() !== "identity")
    throw new DomainError("unsupported-media", "Send the file without Content-Encoding.");
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  const form = Object.entries(importMedia).find(([known]) => known === type.trim())?.[1];
  if (!form)
    throw new DomainError(
      "unsupported-media",
      `Send the file itself as the body, with Content-Type ${Object.keys(importMedia).join(", ")}.`,
    );
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith("charset="));
  return {
    form,
    charset: charset === undefined ? null : charset.slice("charset=".length).replaceAll('"', ""),
  };
}

/** The words of the address. Throws `malformed`. */
export function readImportWords(request: Request): ImportWords & { preflight: boolean } {
  const query = new URL(request.url).searchParams;
  const preflight = query.get("preflight");
  if (preflight !== null && preflight !== "true" && preflight !== "false")
    throw new DomainError("malformed", "In “preflight”: true or false.", {
      errors: [{ path: "preflight", message: "true or false" }],
    });
  query.delete("preflight");
  refuseOthers(query, { view: [], own: importWords });
  return { ...readOwn(query, importWords), preflight: preflight === "true" };
}

function knownCharset(named: string | null): string | null {
  if (named === null || Object.hasOwn(charsets, named)) return named;
  const allowed = Object.keys(charsets).join(", ");
  throw new DomainError(
    "malformed",
    `“${named.slice(0, 40)}” is no charset that is read here. Known: ${allowed}.`,
    {
      errors: [{ path: "charset", message: `allowed: ${allowed}` }],
    },
  );
}

export interface SpooledFile extends ImportFile {
  /** SHA-256 of its bytes, in hex. */
  hash: string;
}

/**
 * Hands the body to `work` as a file that is gone afterwards. Throws `unsupported-media`, `too-large`, or `malformed`
 * for fewer bytes than were announced.
 */
export async function withSpooled<T>(request: Request, work: (file: SpooledFile) => Promise<T>): Promise<T> {
  const { form, charset } = declared(request);
  const tooLarge = () => new DomainError("too-large", "A file may hold 64 MiB at most; split it.");
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > mostBytes) throw tooLarge();
  const word = new URL(request.url).searchParams.get("charset")?.toLowerCase() ?? null;
  const folder = await mkdtemp(join(tmpdir(), "accords-import-"));
  try {
    const path = join(folder, "file");
    const hash = createHash("sha256");
    let bytes = 0;
    async function* counted() {
      for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
        bytes += chunk.byteLength;
        if (bytes > mostBytes) throw tooLarge();
        hash.update(chunk);
        yield chunk;
      }
    }
    await pipeline(counted, createWriteStream(path, { mode: 0o600 }));
    if (announced !== null && Number(announced) !== bytes)
      throw new DomainError("malformed", "The file was cut short on its way.", {
        errors: [{ path: "body", message: `${announced} bytes were announced, ${bytes} came` }],
      });
    return await work({ path, form, charset: knownCharset(word ?? charset), hash: hash.digest("hex") });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The name under which choices for a file's header are remembered; null for JSON, whose records have names each. */
export async function headerHashOf(file: ImportFile): Promise<string | null> {
  if (file.form !== "csv") return null;
  for await (const { headers } of importRows(file))
    return createHash("sha256").update(headers.join("\n")).digest("hex");
  return null;
}
