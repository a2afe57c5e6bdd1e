/** `npm run user -- ...`: adds users, changes their rights and makes their tokens, on the server's own machine. */
import { asVariables, readEnvironment } from "./environment.js";
import { root, runCommand } from "./run.js";
import { prepareRuntime } from "./runtime.js";

await runCommand(async () => {
  const environment = readEnvironment(process.env, root);
  await prepareRuntime(import.meta.url);
  Object.assign(process.env, asVariables(environment));
  const { runUserCommand } = await import("./user.ts");
  process.exitCode = await runUserCommand(process.argv.slice(2));
});
