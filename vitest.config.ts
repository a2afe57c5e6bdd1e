import { configDefaults, defineConfig } from "vitest/config";

/** With TEST_POSTGRES, the address of a server, every test of db/ that opens a world has it in PostgreSQL. */
const onPostgres = process.env.TEST_POSTGRES !== undefined;
/** These ask an engine for what it alone has. */
const ofOneEngine = onPostgres
  ? ["db/{append-only,backup,chain,sqlite}.test.ts"]
  : ["db/postgres*.test.ts", "db/two-nodes.test.ts"];

export default defineConfig({
  test: {
    include: [
      onPostgres ? "db/**/*.test.ts" : "{domain,db,components,server,data,app,bench}/**/*.test.{ts,tsx}",
    ],
    exclude: [...configDefaults.exclude, ...ofOneEngine],
    setupFiles: onPostgres ? [] : ["db/testing-plans.ts"],
    globalSetup: onPostgres ? ["db/testing-template.ts"] : [],
    passWithNoTests: true,
    // Files share their process, which loads the modules once: a third of the time. What a test opens is its own.
    isolate: false,
    // All processors; on a server many tests wait for its answers, and others can go on meanwhile.
    maxWorkers: onPostgres ? "150%" : "100%",
    // Hundreds of random cases take their time on a busy machine; what hangs is still found.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
