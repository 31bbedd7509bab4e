import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startCliProject } from "../support/engine/engineCli.ts";
import { gatedYaml } from "../support/engine/engineGate.ts";
import { startProgram } from "../support/engine/engineProgram.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);
const made = ["create began", "create done"];

describeWithEngine("M5: what a gate that refuses does not stop", () => {
  test("is behind an empty component, or behind one whose gate is made in apply", async () => {
    await using project = await startProgram(new URL("./programs/bypasses.ts", import.meta.url), emulator);

    const preview = await project.preview();

    // What is made in apply is not there yet: the preview is refused by the other gates alone. The first refusal ends it,
    // so that the second gate may not come to tell its own.
    expect(preview.succeeded).toBe(false);
    const { stack, ...refusing } = preview.events.told("error");
    expect(stack).toBeDefined();
    expect(Object.keys(refusing).length).toBeGreaterThan(0);
    expect(["held", "own"]).toEqual(expect.arrayContaining(Object.keys(refusing)));

    // Late enough for all that does not wait for a gate.
    emulator.inject({ kind: "delay", ms: 2_000 });
    const up = await project.up();

    expect(up.succeeded).toBe(false);
    const { empty, holder, late, place, own, held, ...steps } = up.events.steps();
    expect([own, held], up.output).toContainEqual(["create began", "create failed"]);
    for (const gate of [own, held]) expect(gate ?? []).not.toContain("create done");
    expect(steps).toMatchObject({ behindEmpty: made, behindLate: made });
    for (const gated of ["behindGate", "inFull", "behindFull", "behindHolder", "behindOutput"]) {
      expect(up.events.seen(), gated).not.toContain(gated);
    }
    expect(Object.keys(await project.state())).toEqual(expect.arrayContaining(["behindEmpty", "behindLate"]));
  });

  test("is what --exclude leaves the gate out of; a plan from a time when it passed stops all the same", async () => {
    const yaml = (release: string, gate = "gate") =>
      gatedYaml({ given: { dbInstanceId: healthy, maxAge: "26h" } })
        .replace("release 1", release)
        .replace('"gate":', `"${gate}":`)
        .replace("{gate}", `{${gate}}`);
    const without = (gate: string) => ["--exclude", `urn:pulumi:test::gated::alicloud-backups:rds:BackupGate::${gate}`];
    await using project = await startCliProject(yaml("release 1"), emulator);
    const write = (text: string) => writeFile(join(project.path, "Pulumi.yaml"), text);
    const released = async () => (await project.state()).migration?.outputs.input;
    await project.up();
    await write(yaml("release 2"));
    const planned = await project.preview("--save-plan", "plan.json");
    expect(planned.code, planned.output).toBe(0);
    emulator.age({ subject: healthy }, 3 * day);

    const byPlan = await project.up("--plan", "plan.json");
    expect(byPlan.code).not.toBe(0);
    expect(byPlan.events.told("error").gate).toEqual([expect.stringContaining("update is not allowed by the plan")]);
    expect(await released()).toBe("release 1");

    const excluded = await project.up(...without("gate"));
    expect(excluded.code, excluded.output).toBe(0);
    expect(excluded.events.steps()).toEqual({ gate: ["same"], migration: ["update began", "update done"] });
    expect(await released()).toBe("release 2");

    // A gate that is new: what is behind it is done, and then Pulumi cannot write down that it depends on nothing.
    await write(yaml("release 3", "newGate"));
    const asNew = await project.up(...without("newGate"));
    expect(asNew.code).not.toBe(0);
    expect(asNew.output).toContain("snapshot integrity failure");
    expect(await project.pulumi("state", "repair", "--yes")).toMatchObject({ code: 0 });
    const repaired = await project.preview();
    expect(repaired.events.steps()).toEqual({ newGate: ["create began"] });
    expect(await released()).toBe("release 3");
  });
});
