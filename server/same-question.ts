/** Which requests ask the same and may be given one answer, and what of a request decides the form that it gets. */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { getBotType } from "next/dist/shared/lib/router/utils/is-bot.js";
import type { ClientCopy } from "#domain/client-copy.ts";

/** Pages of one person, probes and what is about to be written; files that never change; and nothing below them. */
const ownAnswers =
  /^\/(?:desk|sign-in|sign-out|welcome|flags|_next|api\/v1\/(?:health|ready|drafts|proposals|imports|desk))(?:\/|$)/;

/** Cookies that change what a page says: a session's, and those by which Next shows drafts. */
const tellingCookie = /(?:^|;\s*)(?:(?:__Host-)?session|__prerender_bypass|__next_preview_data)=/;

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;

/** What the router of a page that is open asks for: parts of a page, by what it has already. */
const ofRouter = (headers: IncomingHttpHeaders): string =>
  Object.keys(headers)
    .filter((name) => name === "rsc" || name.startsWith("next-"))
    .sort()
    .map((name) => `${name}=${headers[name]}`)
    .join("&");

/**
 * The words by which requests are the same, beside the revision and the day; null for one that is answered apart.
 * No address gives one of several forms by `Accept`; Next writes the head of a page differently for some machines.
 */
export function sameQuestion(request: IncomingMessage, path: string): string | null {
  const { method, headers, url } = request;
  if ((method !== "GET" && method !== "HEAD") || hasBody(request) || ownAnswers.test(path)) return null;
  if (headers.authorization !== undefined || tellingCookie.test(headers.cookie ?? "")) return null;
  const machine = getBotType(headers["user-agent"] ?? "") ?? "";
  return [url, headers.host ?? "", machine, ofRouter(headers)].join("\n");
}

/** How one reader is given a whole answer. */
export interface Form extends ClientCopy {
  isHead: boolean;
  takesGzip: boolean;
}

/** True for who reads gzip. */
export const takesGzip = (headers: IncomingHttpHeaders): boolean =>
  /(^|,)\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*(,|$))|,|$)/i.test(String(headers["accept-encoding"] ?? ""));

/** To be asked before the request is handed on, which takes these words away. */
export const formOf = ({ method, headers }: IncomingMessage): Form => ({
  isHead: method === "HEAD",
  takesGzip: takesGzip(headers),
  tags: headers["if-none-match"] ?? null,
  since: headers["if-modified-since"] ?? null,
});
