/**
 * What Next and the app write to the console, as lines of the log. Errors of the database repeat the values of a
 * statement, which may be somebody's name or address: of an error only its kind and the places it came through stay.
 */
import type { Log } from "./access-log.ts";

const mostChars = 2_000;

/** The message without values: a failed statement ends before its parameters, and addresses of people are masked. */
function told(message: string): string {
  const [said = ""] = message.split(/\nparams:/);
  return said.replace(/[^\s@<>"'()]+@[^\s@<>"'()]+\.[^\s@<>"'()]+/g, "(e-mail)");
}

/** An error or a value as the log may keep it. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return told(value);
  if (!(value instanceof Error)) return told(typeof value === "object" ? "(object)" : String(value));
  const places = (value.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const because =
    value.cause instanceof Error ? ` (because ${value.cause.name}: ${told(value.cause.message)})` : "";
  return [`${value.name}: ${told(value.message)}${because}`, ...places].join("\n");
}

/** The id that the page of a failure shows to the reader. */
const digestOf = (values: unknown[]): string | undefined =>
  values.flatMap((value) =>
    value instanceof Error && "digest" in value && typeof value.digest === "string" ? [value.digest] : [],
  )[0];

const levels = { log: "debug", info: "debug", debug: "debug", warn: "info", error: "error" } as const;

/** Replaces the methods of the console. */
export function logConsole(log: Log, target: Console = console): void {
  for (const [method, lvl] of Object.entries(levels) as [keyof typeof levels, "debug" | "info" | "error"][]) {
    target[method] = (...values: unknown[]) => {
      const said = values.map(textOf).join(" ").slice(0, mostChars).trim();
      log({ lvl, msg: "console", digest: digestOf(values), said });
    };
  }
}
