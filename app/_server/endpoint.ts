/** Wraps a reading route: query words checked, errors as problem+json, ETag and 304, CORS, no stale answer. */
import { createHash, randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { storageProblem } from "#db/storage-fault.ts";
import { etagOf } from "#domain/api-writes.ts";
import { isSameCopy } from "#domain/client-copy.ts";
import { DomainError, errorCodes, toProblem } from "#domain/errors.ts";
import { licenceLink, readingHeaders } from "#domain/reading-headers.ts";
import { toldBack, type View, type ViewProblem, viewWords } from "#domain/view.ts";
import { type Resolved, resolveView } from "./view.ts";

/** What a route answers with; `etag` is made from the body where none is given. */
export interface Answer {
  /** A stream has no ETag and is sent as it comes. */
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  contentType: string;
  etag?: string;
  /** When the answer last changed, for an ETag that does not speak of the whole body. */
  lastModified?: string;
  headers?: Record<string, string>;
}

export const asJson = (value: unknown): Answer => ({
  body: JSON.stringify(value),
  contentType: "application/json; charset=utf-8",
});

/** What a CSV leads to: what its columns mean (CSV on the Web, 5.2), its licence, and its next page where there is one. */
export const csvLinks = (metadata: string, next: string | null = null): string =>
  [
    `<${metadata}>; rel="describedby"; type="application/csvm+json"`,
    licenceLink,
    ...(next === null ? [] : [`<${next}>; rel="next"`]),
  ].join(", ");

/** What the columns of a CSV mean. */
export const asCsvMetadata = (metadata: unknown): Answer => ({
  body: JSON.stringify(metadata, null, 2),
  contentType: "application/csvm+json; charset=utf-8",
});

/** A probe never answers from a copy. */
export const probeHeaders = { "access-control-allow-origin": "*", "cache-control": "no-store" };

/** The id that the front server gave a request. */
export const requestIdOf = (request: Request): string => request.headers.get("x-request-id") ?? randomUUID();

/** What a program reads of an error without reading its body. */
function headersOf({ code, retryAfter, extra }: DomainError): Record<string, string> {
  if (retryAfter !== undefined) return { "retry-after": String(retryAfter) };
  if (code === "unauthorised") return { "www-authenticate": "Bearer" };
  // The revision that a client must look at before it tries again.
  return code === "conflict" && typeof extra.revision === "number" ? { etag: etagOf(extra.revision) } : {};
}

/** The answer that an error becomes (RFC 9457). */
export function problemResponse(
  error: DomainError,
  request: Request,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(toProblem(error, requestIdOf(request))), {
    status: errorCodes[error.code].status,
    headers: {
      ...readingHeaders,
      "cache-control": "no-store",
      "content-type": "application/problem+json; charset=utf-8",
      ...headersOf(error),
      ...headers,
    },
  });
}

/** Turns whatever was thrown into an answer. What nobody foresaw is logged and told without its insides. */
export function failure(error: unknown, request: Request): Response {
  // Next itself throws, to say that an answer cannot be made ahead of a request.
  unstable_rethrow(error);
  if (error instanceof DomainError) return problemResponse(error, request);
  const stored = storageProblem(error);
  console.error(error);
  if (stored) return problemResponse(stored, request);
  return problemResponse(new DomainError("fault", "The answer could not be made. It is on record."), request);
}

interface Refused {
  word: string;
  message: string;
}

/** The refusal of words that cannot be read, each with what is allowed. */
export function malformed(refused: readonly Refused[]): DomainError {
  const errors = refused.slice(0, 50).map(({ word, message }) => ({ path: toldBack(word), message }));
  const [first] = errors;
  const more = refused.length > 1 ? ` And ${refused.length - 1} more.` : "";
  return new DomainError("malformed", `In “${first?.path}”: ${first?.message}${more}`, { errors });
}

/** One word of a view that could not be read, as it is refused. */
export const refusedWord = ({ word, value, allowed }: Omit<ViewProblem, "message">): Refused => ({
  word,
  message: `“${toldBack(value)}” is not allowed. Allowed: ${allowed}.`,
});

const tagOf = (body: string | Uint8Array): string =>
  `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;

function respond(request: Request, { body, contentType, etag, lastModified, headers }: Answer): Response {
  if (body instanceof ReadableStream)
    return new Response(body, { headers: { ...readingHeaders, ...headers, "content-type": contentType } });
  const tag = etag ?? tagOf(body);
  const common = {
    ...readingHeaders,
    etag: tag,
    ...(lastModified === undefined ? {} : { "last-modified": new Date(lastModified).toUTCString() }),
    ...headers,
  };
  const copy = {
    tags: request.headers.get("if-none-match"),
    since: request.headers.get("if-modified-since"),
  };
  if (isSameCopy(copy, tag, lastModified ?? null))
    return new Response(null, { status: 304, headers: common });
  return new Response(body, { status: 200, headers: { ...common, "content-type": contentType } });
}

/** The query words that a route reads: words of a view, and its own with their schemas. */
interface Words<Own extends z.ZodRawShape> {
  view: readonly (keyof View)[];
  own: Own;
}

/** The words of a route's own, each given once at most. */
export function readOwn<Own extends z.ZodRawShape>(query: URLSearchParams, own: Own) {
  const names = Object.keys(own);
  const given = names.flatMap((word) => {
    const values = query.getAll(word).filter((value) => value.trim() !== "");
    if (values.length > 1)
      throw malformed([refusedWord({ word, value: values.join(", "), allowed: "one value" })]);
    return values.map((value) => [word, value.trim()]);
  });
  const read = z.object(own).partial().safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  throw malformed(
    read.error.issues.map(({ path, message }) => {
      const word = String(path[0]);
      return refusedWord({ word, value: query.get(word) ?? "", allowed: message });
    }),
  );
}

/** Refuses words that this route has no use for: nothing in an address is silently ignored. */
export function refuseOthers<Own extends z.ZodRawShape>(
  query: URLSearchParams,
  { view, own }: Words<Own>,
): void {
  const known: readonly string[] = [...Object.keys(own), ...view];
  const others = [...new Set(query.keys())].filter((word) => !known.includes(word));
  if (others.length === 0) return;
  const allowed = known.length === 0 ? "no word at all" : known.join(", ");
  throw malformed(
    others.map((word) => ({
      word,
      message: `“${toldBack(word)}” (“${toldBack(query.getAll(word).join(", "))}”) is no word of this route. Allowed: ${allowed}.`,
    })),
  );
}

/** Context of a Next route handler. */
export interface RouteContext<Params> {
  params: Promise<Params>;
}

/** A GET route. The query is read as the route's words and refused with 400 when anything in it cannot be. */
export function reading<Params = Record<string, never>, Own extends z.ZodRawShape = Record<never, never>>(
  answer: (
    resolved: Resolved,
    params: Params,
    own: ReturnType<typeof readOwn<Own>>,
  ) => Promise<Answer> | Answer,
  words: Words<Own> = { view: viewWords, own: {} as Own },
) {
  return async (request: Request, { params }: RouteContext<Params>): Promise<Response> => {
    try {
      const query = new URL(request.url).searchParams;
      refuseOthers(query, words);
      const own = readOwn(query, words.own);
      const resolved = await resolveView(
        new URLSearchParams([...query].filter(([word]) => !Object.hasOwn(words.own, word))),
      );
      if (resolved.problems.length > 0) throw malformed(resolved.problems.map(refusedWord));
      return respond(request, await answer(resolved, await params, own));
    } catch (error) {
      return failure(error, request);
    }
  };
}

/** The answer for a record that is not there. */
export const notFound = (what: string, name: string) =>
  new DomainError("not-found", `There is no ${what} “${toldBack(name)}”.`);
