import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startGatedYaml } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { refusals, tooOld } from "../support/engine/refusals.ts";
import { instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { hour, stale } from "../support/plugin/pluginScene.ts";

/* That an override arrives in YAML and in a guard; what it does is in lookups/gateOverride.test.ts. */
const emulator = await useEmulator(startEmulator);

const reason = "RDS is down, CHG-1234";
const untilIn = (ms: number) => new Date(Date.now() + ms).toISOString();
const LET_THROUGH = /older than 26h\.\n +Let through by an override until .*: RDS is down, CHG-1234\n/;
const ENDED = /older than 26h\.\n +The override ended at .* and counts no more\.\n/;

describeWithEngine("an override", () => {
  test("of a gate: told in preview, up and state; once it has ended the gate refuses again", async () => {
    const given = { dbInstanceId: stale, maxAge: "26h", denyDestroy: true };
    const override = { reason, until: untilIn(hour) };
    const warning = { severity: "warning", resource: "gate", text: expect.stringMatching(LET_THROUGH) };
    await using project = await startGatedYaml(emulator, { given: { ...given, override } });

    for (const { succeeded, output, events } of [await project.preview(), await project.up()]) {
      expect(succeeded, output).toBe(true);
      expect(events.messages()).toEqual([warning]);
      expect(events.touched()).toMatchObject({ gate: "create", migration: "create" });
    }
    const state = await project.state();
    expect(state.gate?.outputs).toMatchObject({ override, verdict: "fail", overridden: true });

    // A deployment without any change of the program asks again, as it was no pass.
    const again = await project.preview();
    expect(again.succeeded, again.output).toBe(true);
    expect(again.events.touched()).toEqual({ gate: "update" });
    expect(again.events.messages()).toEqual([warning]);
  });

  test("of a gate that has ended: preview and up are refused, and say when it ended", async () => {
    const override = { reason, until: untilIn(-hour) };
    await using project = await startGatedYaml(emulator, { given: { dbInstanceId: stale, maxAge: "26h", override } });
    const preview = await project.preview();
    expect(preview.succeeded).toBe(false);
    expect(preview.output).toMatch(ENDED);
    expect(preview.events.seen()).not.toContain("migration");
  });

  test("of a guard: the change goes on with report and reason, and is refused once it has ended", async () => {
    const wiki = instance("wiki", stale);
    const changed = instance("wiki", stale, { port: "3307" });
    const guard = { maxAge: "26h" };
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki] } });
    await project.up();

    project.write({ guard: { ...guard, override: { reason, until: untilIn(-hour) } }, resources: [changed] });
    const ended = await project.preview();
    expect(ended.succeeded).toBe(false);
    expect(ended.output).toMatch(ENDED);
    expect(ended.events.told("error")).toEqual(refusals("preview", { wiki: tooOld }));

    project.write({ guard: { ...guard, override: { reason, until: untilIn(hour) } }, resources: [changed] });
    for (const { succeeded, output } of [await project.preview(), await project.up()]) {
      expect(succeeded, output).toBe(true);
      expect(output).toMatch(LET_THROUGH);
    }
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "update"]);
  });
});
