/** Prepares the database of a command: its tables and, when it is empty, the curated record. */
import { join } from "node:path";
import { prepareDatabase } from "#db/prepare.ts";
import { root } from "./run.js";

/** Tells on stderr what it did, and nothing when there was nothing to do. */
export const prepare = (url: string): Promise<void> =>
  prepareDatabase({
    url,
    dataDirectory: join(root, "data"),
    now: new Date().toISOString(),
    log: (line) => console.error(line),
  });
