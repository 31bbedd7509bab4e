import { describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { dynamicGateResource, dynamicResource } from "../support/lookups/dynamicResource.ts";
import { failure } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { unknownValue } from "../support/plugin/pluginProperties.ts";
import { healthy, latestHealthyBackup } from "../support/plugin/pluginScene.ts";

/** Dynamic resources run on the real machine: the emulator's clock follows the real time, as its seeds do. */
const emulator = await useEmulator(startEmulator);

const gate = () => dynamicGateResource(emulator, "BackupGate");
/** The healthy instance passes under these: what is unknown below must not be left out. */
const passing = { dbInstanceId: healthy, maxAge: "26h" };

const unknowns: readonly (readonly [string, JsonObject, string])[] = [
  ["maxAge", { ...passing, maxAge: unknownValue }, "maxAge is still unknown in pulumi up"],
  ["one of several instances", { dbInstanceIds: [healthy, unknownValue] }, "dbInstanceIds is still"],
  ["enforcement", { ...passing, enforcement: unknownValue }, "enforcement is still"],
  ["something nested", { ...passing, minSize: { of: [{ bytes: unknownValue }] } }, "minSize is still"],
  ["waitFor", { ...passing, waitFor: unknownValue }, "waitFor is still"],
  ["two", { ...passing, maxAge: unknownValue, pin: unknownValue }, "maxAge, pin are still unknown"],
  // An unknown number, and an unknown boolean.
  ["a number", { ...passing, minCount: "3eeb2bf0-c639-47a8-9e75-3b44932eb421" }, "minCount is still"],
  [
    "a boolean",
    { ...passing, noFailureSinceSuccess: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7" },
    "noFailureSinceSuccess is",
  ],
];

describe("W11: inputs of a dynamic gate that are unknown in up", () => {
  test.each(unknowns)("%s: refused, and nothing is asked", async (_, inputs, says) => {
    expect((await failure(gate().create(inputs))).message).toContain(`The gate cannot be evaluated: ${says}`);
    expect((await failure(gate().update("backup", passing, inputs))).message).toContain(says);
    expect(emulator.requests()).toEqual([]);
  });
  test("under warn: goes on and records that the verdict is unknown", async () => {
    expect(await gate().outs({ ...passing, maxAge: unknownValue, enforcement: "warn" })).toMatchObject({
      verdict: "unknown",
    });
    expect(emulator.requests()).toEqual([]);
  });
  test("under off: records off", async () => {
    expect(await gate().outs({ ...passing, maxAge: unknownValue, enforcement: "off" })).toMatchObject({
      verdict: "off",
    });
  });
  test("what went on so is a change as soon as they are known", async () => {
    const recorded = await gate().outs({ ...passing, maxAge: unknownValue, enforcement: "warn" });

    expect(await gate().diff("", recorded, { ...passing, enforcement: "warn" })).toEqual({ changes: true });
  });
  test("in preview nothing is refused yet, and nothing is asked", async () => {
    for (const [, inputs] of unknowns) expect(await gate().failures({}, inputs)).toEqual([]);
    expect(emulator.requests()).toEqual([]);
  });
});

describe("W11: a dynamic lookup whose inputs are unknown in up", () => {
  const lookup = () => dynamicResource(emulator, "getLatestBackup");

  test.each<readonly [string, JsonObject]>([
    ["the instance", { dbInstanceId: unknownValue }],
    ["maxAge", { ...passing, maxAge: unknownValue }],
    ["something nested", { ...passing, pin: [unknownValue] }],
  ])("%s: refused, and nothing is asked", async (_, inputs) => {
    expect((await failure(lookup().create(inputs))).message).toContain("is still unknown in pulumi up");
    expect((await failure(lookup().update("1", passing, inputs))).message).toContain("is still unknown in pulumi up");
    expect(await lookup().diff("1", passing, inputs)).toEqual({ changes: true });
    expect(emulator.requests()).toEqual([]);
  });
  test("what is known is looked up", async () => {
    expect((await lookup().create(passing)).outs).toMatchObject({ backupId: latestHealthyBackup });
  });
});
