/** The files of the list: a page of it like the page `/agreements`, or with `limit=all` every row, sent as it is made. */
import { buffer } from "node:stream/consumers";
import { ReadableStream } from "node:stream/web";
import { type ListInParts, pageInParts, wholeListView } from "#db/queries/list-view.ts";
import { asksForAll, withoutLimit } from "#domain/view.ts";
import { type Answer, type RouteContext, reading } from "./endpoint.ts";
import type { Resolved } from "./view.ts";

/** What a file of the list is made of. */
export interface ListFile {
  contentType: string;
  parts: AsyncIterable<Uint8Array>;
  headers?: Record<string, string>;
}

type Writes = (list: ListInParts, resolved: Resolved) => ListFile;

/** A page of the list has an ETag, so it is made whole. */
const ofPage = (write: Writes) =>
  reading(async (resolved): Promise<Answer> => {
    const { parts, ...file } = write(await pageInParts(resolved.db, resolved), resolved);
    return { ...file, body: new Uint8Array(await buffer(parts)) };
  });

/** The whole list is of any length: nobody keeps it, and no more of it is made than the reader takes. */
const ofAll = (write: Writes) =>
  reading(async (resolved): Promise<Answer> => {
    const { parts, headers, ...file } = write(await wholeListView(resolved.db, resolved), resolved);
    return {
      ...file,
      body: ReadableStream.from(parts) as Answer["body"],
      headers: { ...headers, "cache-control": "no-store" },
    };
  });

/** The route of one file of the list. */
export function listFile(write: Writes) {
  const [page, all] = [ofPage(write), ofAll(write)];
  return (request: Request, context: RouteContext<Record<string, never>>): Promise<Response> => {
    const url = new URL(request.url);
    if (!asksForAll(url.searchParams)) return page(request, context);
    url.search = withoutLimit(url.searchParams).toString();
    return all(new Request(url, { headers: request.headers }), context);
  };
}

const encoder = new TextEncoder();

/** Text in parts, as bytes. */
export async function* asBytes(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield encoder.encode(text);
}
