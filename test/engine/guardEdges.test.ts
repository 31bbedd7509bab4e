import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { expectRefusedUpdate } from "../support/engine/refusals.ts";
import { instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const maxAge = "26h";
const wiki = instance("wiki", stale);
const changed = instance("wiki", stale, { port: "3307" });

describeWithEngine("the edges of guardDatabases", () => {
  test("a program that fails for another reason ends with that, and a second guard is refused", async () => {
    const broken = { type: "Unknown", name: "broken", args: {} } as const;
    await using project = await startGuarded(emulator, { scene: { guard: { maxAge }, resources: [wiki, broken] } });
    for (const { succeeded, output } of [await project.preview(), await project.up()]) {
      expect(succeeded).toBe(false);
      expect(output).toContain("nosuchpackage");
      expect(output).not.toContain("found no database");
    }
    project.write({ guard: { maxAge }, twice: true, resources: [wiki] });
    const twice = await project.preview();
    expect(twice.succeeded).toBe(false);
    expect(twice.output).toContain("guardDatabases was called twice");
    expect(twice.output).not.toMatch(/^ +at /m);
  });

  test("a provider whose configuration is not known in preview: preview says so and goes on, up is refused", async () => {
    await using project = await startGuarded(emulator, { scene: { guard: { maxAge }, resources: [wiki] } });
    await project.up();

    project.write({ guard: { maxAge, unknownProvider: true }, resources: [changed] });
    const preview = await project.preview();
    expect(preview.succeeded, preview.output).toBe(true);
    expect(preview.events.messages()).toContainEqual(
      expect.objectContaining({ severity: "warning", text: expect.stringMatching(/^wiki: .*was not evaluated/) }),
    );
    expect(emulator.requests()).toEqual([]);

    expectRefusedUpdate(await project.up(), "wiki");
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create"]);
  });

  test("what cannot be asked is refused: no permission, no such instance", async () => {
    const unheard = instance("ghost", "rm-bp1ghost000000000");
    await using project = await startGuarded(emulator, { scene: { guard: { maxAge }, resources: [wiki, unheard] } });
    await project.up();

    emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM", times: 50 });
    project.write({ guard: { maxAge }, resources: [changed, unheard] });
    const forbidden = "The state of backups is unknown: DescribeBackups for rm-bp1wiki00stale001 failed: Forbidden.RAM";
    expectRefusedUpdate(await project.up(), "wiki", forbidden);
    emulator.clearFaults();
    project.write({
      guard: { maxAge, newInstances: "allow" },
      resources: [wiki, instance("ghost", "rm-bp1ghost000000000", { port: "3307" })],
    });
    const unheardOf =
      "The state of backups is unknown: DescribeBackups for rm-bp1ghost000000000 failed: InvalidDBInstance";
    expectRefusedUpdate(await project.up(), "ghost", unheardOf);
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "create"]);
  });
});
