// vitest: Pulumi's mocks in place of the plugin, and the emulator in place of Alibaba Cloud.
import * as pulumi from "@pulumi/pulumi";
import { backupRecord, startEmulator } from "pulumi-alicloud-backups/emulator";
import { expect, test } from "vitest";
import { mocks } from "./mocks.ts";
import { release } from "./program.ts";

const values = (outputs: pulumi.Input<unknown>[]) => new Promise((resolve) => pulumi.all(outputs).apply(resolve));

test("a release whose gate only warned says so", async () => {
  await pulumi.runtime.setMocks(mocks({ "alicloud-backups:rds:BackupGate": { verdict: "fail" } }));
  const { backupId, verdict } = release("rm-bp1shop0healthy01");
  expect(await values([backupId, verdict])).toEqual(["1894629053", "fail"]);
});

test("the emulator knows what it was told, over HTTP as well", async () => {
  await using emulator = await startEmulator({ seeds: [] });
  emulator.add(backupRecord({ dbInstanceId: "rm-1", backupId: "7", backupStatus: "Failed" }));
  const reply = await fetch(`${emulator.url}/_emulator/records?subject=rm-1`);
  expect(await reply.json()).toMatchObject([{ row: { BackupId: "7" } }]);
});
