/** Whether an answer may be given to everybody who asks the same, and the whole of it as it is then kept. */
import type { ServerResponse } from "node:http";
import { isWorthPacking, setHeadersOf, smallBytes, typeOf, varyByEncoding } from "./answer-headers.ts";
import { scriptHashes } from "./inline-scripts.ts";
import { packOnce, tagOf, type WholeAnswer } from "./kept-answers.ts";

/** Who waits for an answer that may be shared. Exactly one of the two is called, once. */
export interface Sharing {
  /** An answer larger than this is not gathered. */
  answerBytes: number;
  /** The answer is whole. The response is as it was before anybody wrote to it, but for headers. */
  take(answer: WholeAnswer): void;
  /** It is nobody else's: it goes out as it comes. */
  apart(): void;
}

/**
 * What Next says of every page that it renders for one request. Here a page is made once for each revision of the
 * record, and whoever holds a copy asks whether it is still the one.
 */
const renderedAnew = "private, no-cache, no-store, max-age=0, must-revalidate";

/** Headers of one request or one connection. */
const ofOneRequest = new Set([
  "x-request-id",
  "connection",
  "keep-alive",
  "date",
  "content-length",
  "transfer-encoding",
]);

/** True for an answer that says nothing against it, as far as its headers tell. */
export function mayBeShared(response: ServerResponse, answerBytes: number): boolean {
  const caching = String(response.getHeader("cache-control") ?? "");
  const isKept = caching === renderedAnew || !/no-store|private/i.test(caching);
  const length = Number(response.getHeader("content-length") ?? 0);
  return response.statusCode === 200 && !response.hasHeader("set-cookie") && isKept && length <= answerBytes;
}

/** The answer with all its headers, from a response that has them and a body that does not yet. */
export function wholeAnswer(
  response: ServerResponse,
  body: Buffer,
  { path, fixedScripts }: { path: string; fixedScripts: ReadonlySet<string> },
): WholeAnswer {
  const isPage = typeOf(response).startsWith("text/html");
  setHeadersOf(response, path, isPage ? scriptHashes(body.toString("utf8"), fixedScripts) : []);
  const isPacked = body.length >= smallBytes && isWorthPacking(response);
  if (isPacked) varyByEncoding(response);
  if (String(response.getHeader("cache-control")) === renderedAnew)
    response.setHeader("cache-control", "no-cache");
  const etag = String(response.getHeader("etag") ?? tagOf(body));
  response.setHeader("etag", etag);
  const headers = Object.entries(response.getHeaders()).flatMap(([name, value]): WholeAnswer["headers"] =>
    value === undefined || ofOneRequest.has(name)
      ? []
      : [[name, typeof value === "number" ? String(value) : value]],
  );
  const modified = response.getHeader("last-modified");
  return {
    status: response.statusCode,
    headers,
    body,
    etag,
    lastModified: modified === undefined ? null : String(modified),
    packed: isPacked ? packOnce(body) : null,
  };
}
