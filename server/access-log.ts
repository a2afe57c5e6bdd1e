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

/** The part of Next's routes manifest that names the routes. */
export interface Routes {
  staticRoutes: { page: string }[];
  dynamicRoutes: { page: string; regex: string }[];
}

/** Names the route of a path, so that the log never holds the path itself. */
export function routeNames({ staticRoutes, dynamicRoutes }: Routes): (path: string) => string {
  const fixed = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (path) => {
    if (fixed.has(path)) return path;
    if (path.startsWith("/_next/")) return "/_next/*";
    return patterns.find(({ regex }) => regex.test(path))?.page ?? "(no route)";
  };
}
