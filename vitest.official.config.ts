import { defineConfig } from "vitest/config";

/** Every official client against the emulator: minutes on a first run, which installs them. */
export default defineConfig({
  test: {
    include: ["test/official/*.test.ts"],
    reporters: ["default", "./test/support/report/summaryReporter.ts"],
    maxWorkers: 2,
    hookTimeout: 420_000,
  },
});
