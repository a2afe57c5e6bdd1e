/** The log: one JSON object a line on stdout, with nothing in it that a reader or editor typed. */
import type { LogLevel } from "./environment.js";

export interface Line {
  lvl: "debug" | "info" | "error";
  msg: string;
  [field: string]: string | number | boolean | undefined;
}

export type Log = (line: Line) => void;

const ranks: Record<LogLevel, number> = { debug: 0, info: 1, error: 2, off: 3 };

export function createLog(level: LogLevel, write: (text: string) => void): Log {
  return ({ lvl, ...fields }) => {
    if (ranks[lvl] < ranks[level]) return;
    write(`${JSON.stringify({ t: new Date().toISOString(), lvl, ...fields })}\n`);
  };
}

/** Gathers lines for a moment, because a system call for each would cost more than the line. */
export function gather(write: (text: string) => void, waitMs = 100) {
  let text = "";
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (text) write(text);
    text = "";
  };
  const add = (line: string) => {
    text += line;
    timer ??= setTimeout(flush, waitMs);
  };
  return { add, flush };
}

/** The parts of Next's manifests that name the routes, and say which of them are handlers. */
export interface Routes {
  staticRoutes: { page: string }[];
  dynamicRoutes: { page: string; regex: string }[];
}

export interface RouteNames {
  /** The route of a path, so that the log never holds the path itself. */
  nameOf: (path: string) => string;
  /** What a page, a file or nothing takes; null where a handler of the app answers every method itself. */
  methodsAt: (path: string) => readonly string[] | null;
}

/** `files` leads from the files of the app, such as `/agreements/page`, to their routes. */
export function routeNames(
  { staticRoutes, dynamicRoutes }: Routes,
  files: Record<string, string>,
): RouteNames {
  const fixed = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  const handlers = new Set(
    Object.entries(files).flatMap(([file, route]) => (file.endsWith("/route") ? [route] : [])),
  );
  const routeOf = (path: string) =>
    fixed.has(path) ? path : patterns.find(({ regex }) => regex.test(path))?.page;
  return {
    nameOf: (path) => routeOf(path) ?? (path.startsWith("/_next/") ? "/_next/*" : "(no route)"),
    methodsAt: (path) => {
      const route = routeOf(path) ?? "";
      if (handlers.has(route)) return null;
      // The form on a page is sent to the page's own address.
      return handlers.has(`${route}/submit`) ? ["GET", "HEAD", "POST"] : ["GET", "HEAD"];
    },
  };
}
