/** `npm run share -- verify HASH|FILE`: recomputes the hash of a frozen view, from the database or from a file. */
import { asVariables, readEnvironment } from "./environment.js";
import { root, runCommand, runNode } from "./run.js";
import { prepareRuntime } from "./runtime.js";

await runCommand(async () => {
  const environment = readEnvironment(process.env, root);
  await prepareRuntime(import.meta.url);
  process.exitCode = await runNode(
    ["server/verify-share.ts", ...process.argv.slice(2)],
    asVariables(environment),
  );
});
