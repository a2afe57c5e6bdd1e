/** Starts the practical limit beside the product. */
import { join } from "node:path";
import { freePort } from "../e2e/free-port.js";
import { start } from "../server/run.js";
import { answering } from "./answering.ts";
import type { Listening } from "./rounds.ts";

/** `path`: the file that `makeLimitFile` made. */
export async function startLimit(path: string): Promise<Listening> {
  const port = await freePort();
  const child = start(process.execPath, [join(import.meta.dirname, "limit-server.ts"), path, String(port)]);
  await answering(`http://127.0.0.1:${port}/`, child);
  return { port, pids: child.pid === undefined ? [] : [child.pid] };
}
