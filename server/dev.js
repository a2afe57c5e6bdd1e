/** `npm run dev`: the pages as they are edited, on a prepared database, without the front server. */
import { asVariables, readEnvironment } from "./environment.js";
import { root, runCommand, runNode, StepError } from "./run.js";
import { prepareRuntime } from "./runtime.js";

await runCommand(async () => {
  const environment = readEnvironment(process.env, root);
  await prepareRuntime(import.meta.url);
  const variables = asVariables(environment);
  if ((await runNode(["server/prepare.ts"], variables)) !== 0) {
    throw new StepError("The database is not ready; the reason stands above.");
  }
  const { tellFirstAdmin } = await import("./first-admin.ts");
  await tellFirstAdmin(environment);
  process.exit(
    await runNode(["node_modules/next/dist/bin/next", "dev", "--port", variables.PORT], variables),
  );
});
