/** Prepares the database that DATABASE_URL names: its tables and, when it is empty, the curated record. */
import { join } from "node:path";
import { prepareDatabase } from "#db/prepare.ts";
import { readEnvironment } from "./environment.js";

const root = join(import.meta.dirname, "..");

try {
  await prepareDatabase({
    url: readEnvironment(process.env, root).databaseUrl,
    dataDirectory: join(root, "data"),
    now: new Date().toISOString(),
    log: (line) => console.error(line),
  });
} catch (error) {
  const detail = process.env.LOG_LEVEL === "debug" && error instanceof Error ? error.stack : undefined;
  console.error(detail ?? (error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}
