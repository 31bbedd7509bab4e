import fc from "fast-check";
import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { families } from "./families.ts";
import { flawOf } from "./flaw.ts";
import { scenarios } from "./random/scenarios.ts";
import { forEmulator, runOnEmulator } from "./run/onEmulator.ts";
import { START } from "./scenario.ts";

const RUNS = 100;

test("the answers over real sockets are the model's", { timeout: 120_000 }, async () => {
  const family = families["a service in order"];
  await using emulator = await startEmulator({
    seeds: [],
    clock: { now: () => START },
    modes: { timestamps: "unchecked" },
  });
  const property = fc.asyncProperty(scenarios(family), async (scenario) => {
    // The files of a task are no list of their own in the emulator.
    if (scenario.kind === "ossDownload") return;
    const shown = forEmulator(scenario);
    expect(flawOf(shown, await runOnEmulator(shown, emulator), family)).toBeUndefined();
  });
  const details = await fc.check(property, { numRuns: RUNS });
  expect(fc.defaultReportMessage(details)).toBeUndefined();
});
