import { defineConfig } from "vitest/config";

const engineTests = "test/engine/**/*.test.ts";
/** Tests that `npm run official-clients` and `npm run report-page` run, each with a configuration of its own. */
const ownScripts = ["test/official/python*.test.ts", "test/command/report{Browser,Large}.test.ts"];
/** Tests that replace the clock, a module or the state of `@pulumi/pulumi` for a whole file. */
const ownModules = ["test/sdk/**/*.test.ts", "test/states/**/*.test.ts", "test/emulator/popCore.test.ts"];
// More workers than this only take turns on a small machine, and make timeouts of engine tests meaningless.
const maxWorkers = 2;
/** It only ends what hangs: on a busy machine a plugin alone can take five seconds to start. */
const fastTimeout = 20_000;

export default defineConfig({
  test: {
    reporters: ["default", "./test/support/report/summaryReporter.ts"],
    projects: [
      {
        test: {
          name: "fast",
          include: ["test/**/*.test.ts"],
          exclude: [engineTests, ...ownModules, ...ownScripts],
          pool: "forks",
          // Loading our modules and zod anew for each file would take longer than the tests.
          isolate: false,
          maxWorkers,
          testTimeout: fastTimeout,
          hookTimeout: fastTimeout,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "isolated",
          include: ownModules,
          maxWorkers,
          testTimeout: fastTimeout,
          hookTimeout: fastTimeout,
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
