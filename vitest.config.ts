import { defineConfig } from "vitest/config";

const engineTests = "test/engine/**/*.test.ts";
/** Tests that `npm run official-clients` runs: vitest.official.config.ts. */
const ownScripts = "test/official/python*.test.ts";
// More workers than this only take turns on a small machine, and make timeouts of engine tests meaningless.
const maxWorkers = 2;

export default defineConfig({
  test: {
    reporters: ["default", "./test/support/report/summaryReporter.ts"],
    projects: [
      {
        test: {
          name: "fast",
          include: ["test/**/*.test.ts"],
          exclude: [engineTests, ownScripts],
          maxWorkers,
          // It only ends what hangs: on a busy machine a plugin alone can take five seconds to start.
          testTimeout: 20_000,
          hookTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "engine",
          include: [engineTests],
          pool: "forks",
          // Files of one worker share the process that runs programs.
          isolate: false,
          maxWorkers,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          teardownTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
