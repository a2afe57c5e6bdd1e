/** What a request may be before anything looks at it: the first gate, in front of Next. */
import type { IncomingHttpHeaders } from "node:http";
import type { BurstLimit } from "./burst-limit.ts";
import type { KeptLimits } from "./kept-answers.ts";
import type { TurnstileLimits } from "./turnstile.ts";

const mebibyte = 1024 * 1024;
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const importPath = "/api/v1/imports";

export interface Limits {
  headerBytes: number;
  bodyBytes: number;
  importBytes: number;
  headersMs: number;
  bodyMs: number;
  bodyBytesPerMs: number;
  lateBodyMs: number;
  keepAliveMs: number;
  silenceMs: number;
  importSilenceMs: number;
  checkMs: number;
  drainMs: number;
  connections: number;
  pipelined: number;
  burst: BurstLimit;
  turnstile: TurnstileLimits;
  kept: KeptLimits;
}

export const limits: Limits = {
  headerBytes: 16 * 1024,
  bodyBytes: mebibyte,
  importBytes: 64 * mebibyte,
  /** How long the headers may take to arrive. */
  headersMs: 10_000,
  /** How long a body may take: this much, and a little more for every 256 KiB of it. */
  bodyMs: 30_000,
  bodyBytesPerMs: (256 * 1024) / 1000,
  /** How long a body may still come when the answer to it has been sent. */
  lateBodyMs: 2_000,
  keepAliveMs: 5_000,
  /** A socket on which nothing moves, in either direction, is cut. */
  silenceMs: 120_000,
  /** The same for an import, which works on its file before it answers. */
  importSilenceMs: 15 * 60_000,
  /** How often connections are looked at. */
  checkMs: 2_000,
  /** How long requests under way may take to finish when the server is told to stop. */
  drainMs: 10_000,
  connections: 2_000,
  /** How many requests one connection may send ahead of the answers; whoever does not read makes work for nobody. */
  pipelined: 8,
  burst: { perSecond: 3_000, burst: 6_000, addresses: 10_000 },
  turnstile: { inside: 8, outside: 4_000, holdMs: 2_000 },
  /** Answers that are kept for whoever asks the same. Known “now” is never older than their age. */
  kept: { bytes: 64 * mebibyte, answerBytes: 4 * mebibyte, ageMs: 60_000 },
};

/** An answer given instead of passing the request on. */
export interface Refusal {
  status: 400 | 405 | 411 | 413 | 415 | 429 | 503;
  title: string;
  detail: string;
  /** What of the request is refused. */
  about: "method" | "path" | "host" | "upgrade" | "content-encoding" | "content-length" | "rate" | "server";
  headers?: Record<string, string>;
}

export interface RequestHead {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
  /** Names and values in turn, as they came. */
  rawHeaders?: string[];
}

/** Refusals that do not depend on what the request is. */
export const refusals = {
  burst: {
    status: 429,
    title: "Too many requests",
    detail: "Thousands of requests a second come from this address. Wait a second and go slower.",
    about: "rate",
    headers: { "retry-after": "1" },
  },
  pipelined: {
    status: 429,
    title: "Too many requests",
    detail: "This connection asks faster than it reads. Wait for the answers.",
    about: "rate",
    headers: { "retry-after": "1" },
  },
  crowded: {
    status: 503,
    title: "Not available for the moment",
    detail: "Too many readers are waiting. Try again in a moment.",
    about: "server",
    headers: { "retry-after": "2" },
  },
} as const satisfies Record<string, Refusal>;

/** For an address that takes only some methods (null: it says so itself); Next would answer all with the page. */
export function refusalOfMethod(method: string, allowed: readonly string[] | null): Refusal | null {
  return allowed === null || allowed.includes(method) ? null : methodRefused(allowed);
}

/** True when a header stands there twice that may stand there once; Node would take the first. */
function repeats(name: string, rawHeaders: readonly string[] = []): boolean {
  return rawHeaders.filter((one, index) => index % 2 === 0 && one.toLowerCase() === name).length > 1;
}

/** Requests that wait for a place: reading makes most of the work. A probe is answered at once, a body is read at once. */
export const takesTurn = (method: string, path: string): boolean =>
  (method === "GET" || method === "HEAD") && !/^\/api\/v1\/(?:health|ready)$/.test(path);

/** True where a program reads the answer: the API, and the other forms of a page. */
export const isForPrograms = (path: string): boolean =>
  /^\/api\/./.test(path) || /\.(?:json|csv|xlsx|atom|ics)$/.test(path);

/** Whether a path is the one that takes whole files. */
export const isImportPath = (path: string): boolean => path === importPath;

function methodRefused(allowed: readonly string[]): Refusal {
  const allow = allowed.join(", ");
  const detail = `The method is not one of ${allow}.`;
  return { status: 405, title: "Method not allowed", detail, about: "method", headers: { allow } };
}

/** The reason not to serve a request, or null when it may pass. */
export function refusalOf(
  { method = "", url = "", headers, rawHeaders }: RequestHead,
  limits: Limits,
): Refusal | null {
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
  if (repeats("host", rawHeaders)) {
    const detail = "The Host header stands there twice.";
    return { status: 400, title: "Malformed request", detail, about: "host" };
  }
  if (headers.upgrade !== undefined) {
    const detail = "This server speaks HTTP only.";
    return { status: 400, title: "Upgrade refused", detail, about: "upgrade" };
  }
  const packed = headers["content-encoding"];
  if (packed !== undefined && packed.toLowerCase() !== "identity") {
    return {
      status: 415,
      title: "Packed bodies are not read",
      detail: "Send the body as it is, without Content-Encoding.",
      about: "content-encoding",
    };
  }
  const isImport = method === "POST" && isImportPath(path);
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
export function bodyTimeLimit(headers: IncomingHttpHeaders, limits: Limits): number {
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
