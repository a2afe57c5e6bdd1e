/** What a request may be before anything looks at it: the first gate, in front of Next. */
import type { IncomingHttpHeaders } from "node:http";

const mebibyte = 1024 * 1024;
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** A page is read; a form on it may be sent. Without this Next would render it for any method. */
const pageMethods = ["GET", "HEAD", "POST"];
const importPath = "/api/v1/imports";

export const limits = {
  headerBytes: 16 * 1024,
  bodyBytes: mebibyte,
  importBytes: 64 * mebibyte,
  /** How long the headers may take to arrive. */
  headersMs: 10_000,
  /** How long a body may take: this much, and a little more for every 256 KiB of it. */
  bodyMs: 30_000,
  bodyBytesPerMs: (256 * 1024) / 1000,
  keepAliveMs: 5_000,
  /** A socket on which nothing moves, in either direction, is cut. */
  silenceMs: 120_000,
  /** How long requests under way may take to finish when the server is told to stop. */
  drainMs: 10_000,
  connections: 2_000,
} as const;

/** An answer given instead of passing the request on. */
export interface Refusal {
  status: 400 | 405 | 411 | 413;
  title: string;
  detail: string;
  /** What of the request is refused. */
  about: "method" | "path" | "upgrade" | "content-length";
  headers?: Record<string, string>;
}

export interface RequestHead {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
}

/** True for the address of a page: no route of the API, and no file or other form, whose name has an extension. */
const isPage = (path: string): boolean => !isForPrograms(path) && !/\.[^/]*$/.test(path);

/** True where a program reads the answer: the API, and the other forms of a page. */
export const isForPrograms = (path: string): boolean =>
  /^\/api\/./.test(path) || /\.(?:json|csv|xlsx|atom|ics)$/.test(path);

function methodRefused(allowed: readonly string[]): Refusal {
  const allow = allowed.join(", ");
  const detail = `The method is not one of ${allow}.`;
  return { status: 405, title: "Method not allowed", detail, about: "method", headers: { allow } };
}

/** The reason not to serve a request, or null when it may pass. */
export function refusalOf({ method = "", url = "", headers }: RequestHead): Refusal | null {
  if (!methods.includes(method)) {
    return methodRefused(methods);
  }
  const path = readPath(url);
  if (path === null) {
    return {
      status: 400,
      title: "Malformed address",
      detail: "The path is not valid percent-encoded UTF-8.",
      about: "path",
    };
  }
  if (!pageMethods.includes(method) && isPage(path)) return methodRefused(pageMethods);
  if (headers.upgrade !== undefined) {
    const detail = "This server speaks HTTP only.";
    return { status: 400, title: "Upgrade refused", detail, about: "upgrade" };
  }
  const isImport = method === "POST" && path === importPath;
  if (headers["transfer-encoding"] !== undefined && !isImport) {
    const detail = "A body needs a Content-Length.";
    return { status: 411, title: "Length required", detail, about: "content-length" };
  }
  const most = isImport ? limits.importBytes : limits.bodyBytes;
  if (Number(headers["content-length"] ?? 0) > most) {
    return {
      status: 413,
      title: "Body too large",
      detail: `The body may have ${most / mebibyte} MiB at most.`,
      about: "content-length",
    };
  }
  return null;
}

/** How long the body of a request may take to arrive, in milliseconds. */
export function bodyTimeLimit(headers: IncomingHttpHeaders): number {
  const bytes = headers["transfer-encoding"] ? limits.importBytes : Number(headers["content-length"] ?? 0);
  return limits.bodyMs + bytes / limits.bodyBytesPerMs;
}

/** The path without its query, still encoded; null when it cannot be decoded. */
export function readPath(url: string): string | null {
  if (!url.startsWith("/")) return null;
  const path = pathOf(url);
  try {
    return decodeURIComponent(path).includes("\0") ? null : path;
  } catch {
    return null;
  }
}

/** Everything before the query. */
export function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}
