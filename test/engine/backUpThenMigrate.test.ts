import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { startGatedYaml, yamlReference } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy, latestHealthyBackup, stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const program = new URL("./programs/example.ts", import.meta.url);
const variables = { EXAMPLE: "back-up-then-migrate" };
const physical = { subject: healthy, where: { BackupMethod: "Physical" } };

describeWithEngine("examples/back-up-then-migrate", () => {
  test("makes a backup, checks that one, migrates; quiet until the next release, which has its own", async () => {
    await using project = await startGuarded(emulator, { program, variables });

    const preview = await project.preview();
    expect(preview.succeeded, preview.output).toBe(true);
    const everything = { "before-release-1": "create", "backed-up": "create", migration: "create" };
    expect(preview.events.touched()).toMatchObject(everything);
    expect(preview.events.messages()).toEqual([
      { severity: "info", resource: "backed-up", text: expect.stringMatching(/not evaluated in this preview: pin /) },
    ]);
    expect(emulator.requests()).toEqual([]);

    const up = await project.up();
    expect(up.succeeded, up.output).toBe(true);
    expect(up.events.touched()).toMatchObject(everything);
    const [made] = emulator.records({ ...physical, newest: 1 });
    expect(made?.row.BackupId).not.toBe(latestHealthyBackup);
    expect(await project.state()).toMatchObject({
      "backed-up": { outputs: { verdict: "pass", backupId: made?.row.BackupId } },
      migration: { outputs: { output: "1" } },
    });

    // Nothing is due until the next release, even when the backup has expired by then.
    emulator.age({ subject: healthy }, 90 * day);
    emulator.remove({ id: String(made?.row.BackupId) });
    const later = await project.preview();
    expect(later.succeeded, later.output).toBe(true);
    expect(later.events.touched()).toEqual({});

    // A minute old, so that the backup of the next release is the newer one whatever the second.
    const nightly = emulator.repeat(physical);
    emulator.age({ id: String(nightly.row.BackupId) }, 60_000);
    await appendFile(join(project.path, "Pulumi.test.yaml"), 'config:\n  inline:release: "2"\n');
    const next = await project.up();
    expect(next.succeeded, next.output).toBe(true);
    expect(next.events.touched()).toEqual({
      "before-release-1": "delete",
      "before-release-2": "create",
      "backed-up": "update",
      migration: "update",
    });
    expect(project.cloud.calls.map(({ method, name }) => `${method} ${name}`)).toEqual([
      "create before-release-1",
      "create before-release-2",
      "delete before-release-1",
    ]);
    const [second] = emulator.records({ ...physical, newest: 1 });
    expect(second?.row.BackupId).not.toBe(made?.row.BackupId);
    expect(await project.state()).toMatchObject({ "backed-up": { outputs: { backupId: second?.row.BackupId } } });
  });

  test("a backup that fails stops the release, though last night's is good", async () => {
    const failing = { ...variables, FAKE_BACKUP_STATUS: "Failed" };
    await using project = await startGuarded(emulator, { program, variables: failing });

    const { succeeded, output, events } = await project.up();

    expect(succeeded).toBe(false);
    expect(output).toMatch(/: no good backup: .*the backup failed/);
    expect(output).toContain("What to do");
    expect(events.touched()).toMatchObject({ "before-release-1": "create", "backed-up": "create" });
    expect(events.seen()).not.toContain("migration");
    expect(Object.keys(await project.state())).toEqual(["before-release-1"]);
  });
});

/** The newest backup of `stale` is nine days old. */
const backup = {
  type: "alicloud:rds:RdsBackup",
  properties: { dbInstanceId: stale, backupMethod: "Snapshot", removeFromState: true },
};
const madeFirst = { dependsOn: [yamlReference("backup")] };

describeWithEngine("back up, gate and migrate in YAML", () => {
  test.each<readonly [string, JsonObject]>([
    ["the gate pins the backup", { pin: yamlReference("backup.backupId") }],
    ["it wants a fresh one, and would wait for it", { maxAge: "1h", waitFor: "30m" }],
    ["it wants a fresh one, and warns in preview", { maxAge: "1h", previewEnforcement: "warn" }],
  ])("%s: the first preview goes on, and up does in order", async (_, how) => {
    const gate = { given: { dbInstanceId: stale, ...how }, options: madeFirst, resources: { backup } };
    await using project = await startGatedYaml(emulator, gate);

    for (const { succeeded, output, events } of [await project.preview(), await project.up()]) {
      expect(succeeded, output).toBe(true);
      expect(events.touched()).toMatchObject({ backup: "create", gate: "create", migration: "create" });
    }
    const [made] = emulator.records({ subject: stale, newest: 1 });
    expect(await project.state()).toMatchObject({
      gate: { outputs: { verdict: "pass", backupId: made?.row.BackupId } },
      migration: {},
    });
  });

  test("without any of these the first preview is refused: it shows the state of before", async () => {
    const gate = { given: { dbInstanceId: stale, maxAge: "1h" }, options: madeFirst, resources: { backup } };
    await using project = await startGatedYaml(emulator, gate);

    const { succeeded, output, events } = await project.preview();

    expect(succeeded).toBe(false);
    expect(output).toContain("older than 1h");
    expect(events.seen()).not.toContain("migration");
  });
});
