import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{domain,db,components,server,data,app}/**/*.test.{ts,tsx}"],
    passWithNoTests: true,
  },
});
