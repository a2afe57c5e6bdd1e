/** Wraps a reading route: query words checked, errors as problem+json, ETag and 304, CORS, no stale answer. */
import { createHash, randomUUID } from "node:crypto";
import { DomainError, errorCodes, toProblem } from "#domain/errors.ts";
import type { ViewProblem } from "#domain/view.ts";
import { type Resolved, resolveView } from "./view.ts";

/** What a route answers with; `etag` is made from the body where none is given. */
export interface Answer {
  body: string;
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

/** Reading is open to pages of every origin; an edit may change any answer, so every cache asks first. */
const readingHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag",
  "cache-control": "no-cache",
};

const requestIdOf = (request: Request): string => request.headers.get("x-request-id") ?? randomUUID();

function problemResponse(error: DomainError, request: Request): Response {
  return new Response(JSON.stringify(toProblem(error, requestIdOf(request))), {
    status: errorCodes[error.code].status,
    headers: {
      ...readingHeaders,
      "cache-control": "no-store",
      "content-type": "application/problem+json; charset=utf-8",
    },
  });
}

const malformed = (problems: readonly ViewProblem[]) =>
  new DomainError("malformed", problems.map(({ message }) => message).join(" "), {
    errors: problems.map(({ word, value, allowed }) => ({
      path: word,
      message: `“${value.slice(0, 100)}” is not allowed; allowed: ${allowed}`,
    })),
  });

/** True when the client's copy is this one: by ETag, and by date too where both are sent (RFC 9110, 13.1). */
function unchanged(request: Request, etag: string, lastModified: string | undefined): boolean {
  const held = request.headers.get("if-none-match");
  if (held === null) return false;
  const matches = held === "*" || held.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  const since = request.headers.get("if-modified-since");
  if (!matches || since === null || lastModified === undefined) return matches;
  return Date.parse(since) >= Date.parse(lastModified);
}

function respond(request: Request, { body, contentType, etag, lastModified, headers }: Answer): Response {
  const tag = etag ?? `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const common = {
    ...readingHeaders,
    etag: tag,
    ...(lastModified === undefined ? {} : { "last-modified": new Date(lastModified).toUTCString() }),
    ...headers,
  };
  if (unchanged(request, tag, lastModified)) return new Response(null, { status: 304, headers: common });
  return new Response(body, { status: 200, headers: { ...common, "content-type": contentType } });
}

/** Context of a Next route handler. */
interface RouteContext<Params> {
  params: Promise<Params>;
}

/**
 * A GET route. The query is read as view words and refused with 400 when anything in it cannot be; `own` names words
 * that the route reads itself.
 */
export function reading<Params = Record<string, never>>(
  answer: (resolved: Resolved, params: Params, own: URLSearchParams) => Promise<Answer>,
  own: readonly string[] = [],
) {
  return async (request: Request, { params }: RouteContext<Params>): Promise<Response> => {
    try {
      const query = new URL(request.url).searchParams;
      const ownWords = new URLSearchParams([...query].filter(([word]) => own.includes(word)));
      const viewWords = new URLSearchParams([...query].filter(([word]) => !own.includes(word)));
      const resolved = await resolveView(viewWords);
      if (resolved.problems.length > 0) throw malformed(resolved.problems);
      return respond(request, await answer(resolved, await params, ownWords));
    } catch (error) {
      if (error instanceof DomainError) return problemResponse(error, request);
      throw error;
    }
  };
}

/** The answer for a record that is not there. */
export const notFound = (what: string, name: string) =>
  new DomainError("not-found", `There is no ${what} “${name.slice(0, 200)}”.`);
