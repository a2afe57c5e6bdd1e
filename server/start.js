/** `npm start`: installs, checks the settings, prepares the database, builds and serves; each only if needed. */
import { asVariables, readEnvironment, withoutPassword } from "./environment.js";
import { root, runCommand, runNode, StepError, say } from "./run.js";
import { prepareRuntime } from "./runtime.js";

await runCommand(async () => {
  const environment = readEnvironment(process.env, root);
  await prepareRuntime(import.meta.url);

  say(`Preparing the database ${withoutPassword(environment.databaseUrl)}`);
  if ((await runNode(["server/prepare.ts"], asVariables(environment))) !== 0) {
    throw new StepError("The database is not ready; the reason stands above. Nothing was served.");
  }

  const { buildIfStale } = await import("./build.js");
  await buildIfStale();

  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
  await import("./serve.ts");
});
