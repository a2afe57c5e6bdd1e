import { defineConfig, devices } from "@playwright/test";

/** The server and the browser are found and started by server/end-to-end.js; start it with `npm run e2e`. */
const { E2E_URL, E2E_BROWSER } = process.env;
const browser = E2E_BROWSER ? JSON.parse(E2E_BROWSER) : null;

/** These add to the record that all share, so they come after those that count what is in it. */
const editing = ["desk", "desk-access", "import", "write-rights"];
/**
 * What is decided by the browser, by the pages or by SQLite's own file, and not by what an engine answers. With
 * TEST_POSTGRES everything else runs once more, against that server: reading, writing, signing in, sharing.
 */
const ofNoEngine = [
  ...["access", "desk-access", "early-input", "keyboard", "keys", "large-views", "layout", "policy", "print"],
  ...["time-zones", "timeline", "weight", "write-durability"],
];
const onPostgres = process.env.TEST_POSTGRES !== undefined;
const files = (names: readonly string[]) => names.map((name) => `**/${name}.spec.ts`);
const left = onPostgres ? files(ofNoEngine) : [];
const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // A page is the same whichever engine answers.
  ...(onPostgres ? { grepInvert: /axe finds nothing/ } : {}),
  forbidOnly: true,
  // Two slow cores take their time; what is waited for is said by each test.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  globalTimeout: 20 * 60_000,
  reporter: [["list"], ["json", { outputFile: process.env.E2E_REPORT ?? "test-results/report.json" }]],
  use: {
    baseURL: E2E_URL ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "UTC",
    // A trace of every test costs a third of the time: E2E_TRACE=1 keeps those of failures, a picture is always kept.
    trace: process.env.E2E_TRACE === "1" ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: browser
      ? {
          executablePath: browser.executablePath,
          args: browser.args,
          env: { ...(process.env as Record<string, string>), ...browser.env },
        }
      : {},
  },
  projects: [
    {
      name: "desktop",
      testIgnore: [...files(editing), ...left],
      use: desktop,
    },
    {
      name: "editing",
      testMatch: files(editing),
      testIgnore: left,
      use: desktop,
      dependencies: ["desktop"],
    },
  ],
});
