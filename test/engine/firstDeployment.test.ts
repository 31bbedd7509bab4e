import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { healthy } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const program = new URL("./programs/example.ts", import.meta.url);
/** The ID that the example's database gets. */
const orders = "rm-bp1orders0000001";

describeWithEngine("examples/first-deployment", () => {
  test("database, gate and migration in one new stack; the first backup is recorded, and wanted from then on", async () => {
    emulator.addSubject(orders);
    await using project = await startGuarded(emulator, { program, variables: { EXAMPLE: "first-deployment" } });
    const release = (number: number) =>
      appendFile(join(project.path, "Pulumi.test.yaml"), `config:\n  inline:release: "${number}"\n`);

    const preview = await project.preview();
    expect(preview.succeeded, preview.output).toBe(true);
    expect(preview.events.touched()).toMatchObject({ orders: "create", "fresh-backup": "create", migration: "create" });
    expect(preview.events.messages()).toEqual([
      {
        severity: "info",
        resource: "fresh-backup",
        text: expect.stringMatching(
          /not evaluated in this preview: (dbInstanceId, createTime|createTime, dbInstanceId) will/,
        ),
      },
    ]);
    expect(emulator.requests()).toEqual([]);

    const up = await project.up();
    expect(up.succeeded, up.output).toBe(true);
    const gateOutputs = async () => (await project.state())["fresh-backup"]?.outputs;
    expect(await gateOutputs()).toMatchObject({ dbInstanceId: orders, verdict: "pass", recordedInstances: [] });
    expect(await gateOutputs()).not.toHaveProperty("backupId");

    // While it is new nothing changes.
    const quiet = await project.preview();
    expect(quiet.succeeded, quiet.output).toBe(true);
    expect(quiet.events.touched()).toEqual({});

    // The first night.
    const [nightly] = emulator.records({ subject: healthy, where: { BackupMethod: "Physical" }, newest: 1 });
    emulator.add({
      ...nightly,
      action: "DescribeBackups",
      subject: orders,
      row: { ...nightly?.row, DBInstanceId: orders },
    });
    const second = await project.up();
    expect(second.succeeded, second.output).toBe(true);
    expect(second.events.touched()).toEqual({ "fresh-backup": "update" });
    expect(await gateOutputs()).toMatchObject({ verdict: "pass", backupId: nightly?.row.BackupId });

    // An instance that has had a backup is never new again: the next release is refused, with its migration untouched.
    emulator.remove({ subject: orders });
    await release(2);
    const refused = await project.up();
    expect(refused.succeeded).toBe(false);
    expect(refused.output).toContain("it is not taken for a new instance: a backup of it was recorded before");
    expect(await project.state()).toMatchObject({ migration: { outputs: { output: "1" } } });
  });
});
