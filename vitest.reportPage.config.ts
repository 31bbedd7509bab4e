import { defineConfig } from "vitest/config";

/** The page in a browser, and one of a hundred instances. */
export default defineConfig({
  test: {
    include: ["test/command/report*.test.ts"],
    reporters: ["default", "./test/support/report/summaryReporter.ts"],
    maxWorkers: 1,
    testTimeout: 300_000,
  },
});
