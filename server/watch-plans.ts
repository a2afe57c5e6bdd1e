/**
 * Imported ahead of the server that the journeys run against: what it asks of SQLite is explained, and it ends with an
 * error when a statement read a table from end to end.
 */
import { takeFaults } from "#db/watch-plans.ts";

process.once("exit", () => {
  const found = takeFaults();
  for (const fault of found) process.stderr.write(`Read from end to end: ${fault}\n`);
  if (found.length > 0) process.exitCode = 1;
});
