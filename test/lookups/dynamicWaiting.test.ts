import { describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { dynamicGateResource } from "../support/lookups/dynamicResource.ts";
import { failure } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy, stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const gate = () => dynamicGateResource(emulator, "BackupGate");
const waits = { dbInstanceId: stale, maxAge: "26h", waitFor: "2h" };
const says = expect.stringContaining("Pulumi does not pass Ctrl-C on to dynamic resources");

describe("H9: a dynamic gate does not wait, as nothing could end it", () => {
  test("waitFor is refused by check, with the reason, before anything is sent", async () => {
    expect(await gate().failures({}, waits)).toEqual([{ property: "waitFor", reason: says }]);
    expect(emulator.requests()).toEqual([]);
  });
  test.each(["warn", "off"])("under enforcement %s too", async (enforcement) => {
    expect(await gate().failures({}, { ...waits, enforcement })).toEqual([{ property: "waitFor", reason: says }]);
  });
  test("in up at once, should check have been passed by", async () => {
    expect((await failure(gate().create(waits))).message).toEqual(says);
    expect((await failure(gate().update("backup", {}, waits))).message).toEqual(says);
    expect(emulator.requests()).toEqual([]);
  });
});

describe("a gate that version 0.1.0 deployed with waitFor", () => {
  const { waitFor, ...rest } = { ...waits, dbInstanceId: healthy };

  test("stands when it is taken out, though what it passed on is gone, and can be deleted", async () => {
    const untilPassed = { ...rest, recheck: "untilPassed" };
    const recorded = await gate().outs(untilPassed);
    const before = { ...untilPassed, waitFor };
    const of010 = { ...recorded, waitFor, given: before };
    emulator.age({ subject: healthy }, 30 * day);
    emulator.clearRequests();

    expect(await gate().failures(before, untilPassed)).toEqual([]);
    expect(await gate().diff("backup", of010, untilPassed)).toEqual({ changes: false });
    await gate().delete("backup", of010);
    expect(emulator.requests()).toEqual([]);
  });
  test("still refuses to be deleted under denyDestroy", async () => {
    const recorded = await gate().outs({ ...rest, denyDestroy: true });
    const of010 = { ...recorded, given: { ...rest, denyDestroy: true, waitFor } };
    emulator.age({ subject: healthy }, 3 * day);

    expect((await failure(gate().delete("backup", of010))).message).toContain("older than 26h");
  });
});
