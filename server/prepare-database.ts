/** Prepares the database of a command: its tables and, when it is empty, the curated record. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { prepareDatabase } from "#db/prepare.ts";
import { root } from "./run.js";

/** Tells on stderr what it did, and nothing when there was nothing to do. */
export function prepare(url: string): Promise<void> {
  // The file is nobody's but the server's; what others may read they read through it.
  process.umask(0o077);
  return prepareDatabase({
    url,
    dataDirectory: join(root, "data"),
    now: new Date().toISOString(),
    appVersion: appVersion(),
    log: (line) => console.error(line),
  });
}

/** The version in package.json. */
export function appVersion(): string {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
}
