/** The headers that depend on the kind of answer, and whether packing an answer gains anything. */
import type { ServerResponse } from "node:http";
import { policyOf } from "./content-policy.ts";

const text =
  /^(text\/|image\/svg|application\/(json|problem\+json|javascript|xml|atom\+xml|manifest\+json)|font\/ttf)/;
/** Below this many bytes compressing gains nothing. */
export const smallBytes = 1024;

export const typeOf = (response: ServerResponse): string => String(response.getHeader("content-type") ?? "");

export function varyByEncoding(response: ServerResponse): void {
  const vary = String(response.getHeader("vary") ?? "");
  if (!/accept-encoding/i.test(vary))
    response.setHeader("Vary", vary === "" ? "Accept-Encoding" : `${vary}, Accept-Encoding`);
}

/** Text that is neither small, nor packed already, nor a part of something. */
export function isWorthPacking(response: ServerResponse): boolean {
  const length = response.getHeader("content-length");
  if (!text.test(typeOf(response)) || response.hasHeader("content-encoding") || response.statusCode === 206)
    return false;
  return length === undefined || Number(length) >= smallBytes;
}

/** `hashes` of the inline scripts that a page may run. */
export function setHeadersOf(response: ServerResponse, path: string, hashes: readonly string[] = []): void {
  const type = typeOf(response);
  response.setHeader("Content-Security-Policy", policyOf(path, type, hashes));
  // Pictures may stand in other people's pages; a page and its data are read there through CORS or a frame.
  const open = type.startsWith("image/") || path.startsWith("/embed/");
  response.setHeader("Cross-Origin-Resource-Policy", open ? "cross-origin" : "same-origin");
}
