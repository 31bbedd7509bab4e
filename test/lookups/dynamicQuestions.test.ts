import { beforeEach, describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { backup, HOUR, iso, SHOP } from "../support/fixtures/backups.ts";
import { dynamicGateResource } from "../support/lookups/dynamicResource.ts";
import { failure } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

/** Dynamic resources run on the real machine: the emulator's clock follows the real time. */
const emulator = await useEmulator(() => startEmulator({ seeds: [] }));
const gate = dynamicGateResource(emulator, "BackupGate");

function addBackup(id: string): void {
  const at = Date.now() - 5 * HOUR;
  emulator.add(backup(id, 0, { BackupStartTime: iso(at), BackupEndTime: iso(at + HOUR / 2) }));
}

/** How many requests each of these steps sent. */
async function requestsOf(...steps: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const counts: number[] = [];
  for (const step of steps) {
    emulator.clearRequests();
    await step();
    counts.push(emulator.requests().length);
  }
  return counts;
}

// docs/dynamic.md has these numbers.
describe("how often a dynamic gate asks", () => {
  const inputs: JsonObject = { dbInstanceId: SHOP, maxAge: "26h" };
  const changed: JsonObject = { ...inputs, maxAge: "20h" };
  beforeEach(() => addBackup("1"));

  test("new: once in check, and once in create", async () => {
    expect(
      await requestsOf(
        () => gate.check({}, inputs),
        () => gate.create(inputs),
      ),
    ).toEqual([1, 1]);
  });
  test("unchanged: once in check, and once in diff", async () => {
    const { outs } = await gate.create(inputs);
    expect(
      await requestsOf(
        () => gate.check(inputs, inputs),
        () => gate.diff("", outs, inputs),
      ),
    ).toEqual([1, 1]);
  });
  test("with other inputs: once in check, not in diff, and once in update", async () => {
    const { outs } = await gate.create(inputs);
    expect(
      await requestsOf(
        () => gate.check(inputs, changed),
        () => gate.diff("", outs, changed),
        () => gate.update("", outs, changed),
      ),
    ).toEqual([1, 0, 1]);
  });
});

test("newInstances: check is not told what was recorded, and cannot refuse; diff and update are", async () => {
  const inputs = { dbInstanceId: SHOP, newInstances: "allow" };
  addBackup("1");
  const { outs } = await gate.create(inputs);
  emulator.remove({ subject: SHOP });
  emulator.addSubject(SHOP);

  expect(await gate.failures(inputs, inputs)).toEqual([]);
  expect(await gate.diff("", outs, inputs)).toEqual({ changes: true });
  expect((await failure(gate.update("", outs, inputs))).message).toContain("a backup of it was recorded before");
});
