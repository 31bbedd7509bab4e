import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startCliProject } from "../support/engine/engineCli.ts";
import { gatedYaml, yamlReference } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

/** A database, which tells its own ID, and a gate made from it. */
const given = { dbInstanceId: yamlReference("db.output"), maxAge: "26h", denyDestroy: true };
const db = { type: "pulumi:index:Stash", properties: { input: healthy } };
const yaml = gatedYaml({ given, resources: { db } });

describeWithEngine("denyDestroy in a YAML program", () => {
  test("stops a plain pulumi destroy before the database while the gate would not pass", async () => {
    await using project = await startCliProject(yaml, emulator);
    expect(await project.up()).toMatchObject({ code: 0 });
    emulator.age({ subject: healthy }, 3 * day);

    const destroy = await project.pulumi("destroy", "--yes", "--skip-preview");

    expect(destroy.code).not.toBe(0);
    expect(destroy.output).toMatch(new RegExp(`${healthy} \\(cn-hangzhou\\): no good backup: .*older than 26h`));
    expect(destroy.output).toContain("The gate has denyDestroy");
    expect(destroy.output).toContain("What to do");
    // What depends on the gate is gone by then; the gate and what it was made from are not.
    expect(Object.keys(await project.state()).sort()).toEqual(["db", "gate"]);

    // A fresh backup is made: now it may go.
    emulator.repeat({ subject: healthy, where: { BackupMethod: "Physical" } });
    expect(await project.pulumi("destroy", "--yes", "--skip-preview")).toMatchObject({ code: 0 });
    expect(await project.state()).toEqual({});
  });

  test("and there is a way out, which the report names", async () => {
    await using project = await startCliProject(yaml, emulator);
    expect(await project.up()).toMatchObject({ code: 0 });
    emulator.age({ subject: healthy }, 3 * day);
    const { output } = await project.pulumi("destroy", "--yes", "--skip-preview");
    expect(output).toContain("first deploy it with denyDestroy: false and enforcement: off");

    const freed = gatedYaml({ given: { ...given, denyDestroy: false, enforcement: "off" }, resources: { db } });
    await writeFile(join(project.path, "Pulumi.yaml"), freed);
    expect(await project.up()).toMatchObject({ code: 0 });

    expect(await project.pulumi("destroy", "--yes", "--skip-preview")).toMatchObject({ code: 0 });
    expect(await project.state()).toEqual({});
  });
});
