/** Prepares the database that DATABASE_URL names: its tables and, when it is empty, the curated record. */
import { readEnvironment } from "./environment.js";
import { prepare } from "./prepare-database.ts";
import { root } from "./run.js";

try {
  await prepare(readEnvironment(process.env, root).databaseUrl);
} catch (error) {
  const detail = process.env.LOG_LEVEL === "debug" && error instanceof Error ? error.stack : undefined;
  console.error(detail ?? (error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}
