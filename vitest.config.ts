import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{domain,db,components,server,data,app,bench}/**/*.test.{ts,tsx}"],
    passWithNoTests: true,
    // Hundreds of random cases take their time on a busy machine; what hangs is still found.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
