/** Reads the parts of a request to write, in the order in which they are refused: body, query, headers. */
import type { z } from "zod";
import { revisionOfEtag } from "#domain/api-writes.ts";
import { DomainError } from "#domain/errors.ts";
import { schemaProblem } from "#domain/schema-problem.ts";
import { readJson } from "#domain/strict-json.ts";
import { toldBack } from "#domain/view.ts";

/** The most that a body may hold; the front server refuses by Content-Length, here the bytes are counted. */
export const mostBytes = 1024 * 1024;

const malformed = (path: string, message: string) =>
  new DomainError("malformed", path === "" ? message : `In “${path}”: ${message}`, {
    errors: [{ path, message }],
  });

/** The bytes of a body, whole. Throws `too-large`, or `malformed` for fewer than were announced. */
async function readBytes(request: Request): Promise<Uint8Array> {
  const tooLarge = () => new DomainError("too-large", "A body may hold 1 MiB at most.");
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > mostBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > mostBytes) throw tooLarge();
    chunks.push(chunk);
  }
  if (announced !== null && Number(announced) !== length) throw malformed("", "The body was cut short.");
  return Buffer.concat(chunks);
}

function demandJson({ headers }: Request): void {
  const encoding = headers.get("content-encoding");
  if (encoding !== null && encoding.toLowerCase() !== "identity")
    throw new DomainError("unsupported-media", "Send the body without Content-Encoding.");
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith("charset="));
  if (type.trim() !== "application/json" || (charset && !/^charset="?utf-?8"?$/.test(charset)))
    throw new DomainError("unsupported-media", "Send the body as Content-Type: application/json.");
}

/** The body as the route's schema reads it. Throws `unsupported-media`, `too-large` or `malformed`. */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<{ given: unknown; body: z.output<Schema> }> {
  const mayBeEmpty = schema.safeParse({});
  if (!mayBeEmpty.success || request.headers.has("content-type")) demandJson(request);
  const bytes = await readBytes(request);
  // A route that asks for nothing takes no body at all for an empty one.
  if (bytes.byteLength === 0 && mayBeEmpty.success) return { given: {}, body: mayBeEmpty.data };
  demandJson(request);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw malformed("", "The body is not UTF-8.");
  }
  const given = readJson(text);
  const read = schema.safeParse(given);
  if (read.success) return { given, body: read.data };
  throw schemaProblem(read.error);
}

/** Whether the request only asks what would change. A write takes no other query word. */
export function isPreflight(request: Request, others: readonly string[] = []): boolean {
  const query = new URL(request.url).searchParams;
  for (const word of query.keys()) {
    if (word !== "preflight" && !others.includes(word))
      throw malformed(
        toldBack(word),
        `is no word of this route. Allowed: ${["preflight", ...others].join(", ")}.`,
      );
  }
  const [value, ...more] = query.getAll("preflight");
  if (value === undefined || (value === "false" && more.length === 0)) return false;
  if (value === "true" && more.length === 0) return true;
  throw malformed("preflight", `“${toldBack(value)}” is not allowed. Allowed: true, false.`);
}

/** The revision that the caller saw. Throws `precondition-required`, or `malformed` for anything but one ETag of ours. */
export function readIfMatch(request: Request, needed: "required" | "optional" | "none"): number | null {
  const given = request.headers.get("if-match");
  if (given === null) {
    if (needed !== "required") return null;
    throw new DomainError(
      "precondition-required",
      'Send the ETag of the agreement that you looked at, such as If-Match: "r3".',
    );
  }
  const revision = revisionOfEtag(given.trim());
  if (revision === null) throw malformed("If-Match", `“${toldBack(given)}” is not one ETag such as "r3".`);
  return revision;
}

/** The client's own name for this request; a repetition has the same. */
export function readIdempotencyKey({ headers }: Request): string | null {
  const key = headers.get("idempotency-key");
  if (key === null || /^[\x21-\x7E]{1,200}$/.test(key)) return key;
  throw malformed("Idempotency-Key", "1 to 200 visible ASCII characters.");
}
