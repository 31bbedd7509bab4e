import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startCliProject } from "../support/engine/engineCli.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

/** As it is, but for where the plugin lies from here. */
function example(name: string): string {
  const text = readFileSync(new URL(`../../examples/${name}/Pulumi.yaml`, import.meta.url), "utf8");
  return text.replace("../../provider/bin", "provider/bin");
}

describeWithEngine("the YAML example", () => {
  test("task-states tells the states of all four kinds of tasks", async () => {
    await using project = await startCliProject(example("task-states"), emulator, { DBS_ENDPOINT: emulator.url });

    const { code, output } = await project.up();
    expect(output).toMatch(/migrationOfLedger *: "pending"/);
    expect(output).toMatch(/because *: ".*erp_ledger: it is Waiting: upload the next incremental backup file/);
    expect(output).toMatch(/filesOfOrders *: "pending"/);
    expect(output).toMatch(/latestDownloadTask *: "dt-e5h0tznc2p7w"/);
    expect(output).toMatch(/latestBackupSetDownload *: "dbstooi01v8s"/);
    expect(code).toBe(0);
  });

  test("protect-from-destroy stops a plain destroy before the database, until there is a fresh backup", async () => {
    await using project = await startCliProject(example("protect-from-destroy"), emulator);
    expect((await project.up()).code).toBe(0);

    emulator.age({ subject: healthy }, 3 * day);
    const refused = await project.pulumi("destroy", "--yes", "--skip-preview");
    expect(refused.code).not.toBe(0);
    expect(refused.output).toContain("older than 26h");
    expect(Object.keys(await project.state())).toEqual(expect.arrayContaining(["database", "freshBackup"]));

    emulator.repeat({ subject: healthy, where: { BackupMethod: "Physical" } });
    expect((await project.pulumi("destroy", "--yes", "--skip-preview")).code).toBe(0);
    expect(await project.state()).toEqual({});
  });
});
