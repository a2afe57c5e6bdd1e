/** `npm run bench -- --size 1k|10k|100k`: see README.md in this folder. */
import { runCommand } from "../server/run.js";
import { prepareRuntime } from "../server/runtime.js";

await runCommand(async () => {
  await prepareRuntime(import.meta.url);
  const { bench } = await import("./run.ts");
  await bench(process.argv.slice(2));
});
