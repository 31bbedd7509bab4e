// node --test: Pulumi's mocks in place of the plugin, and the emulator in place of Alibaba Cloud.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import { backupRecord, startEmulator } from "pulumi-alicloud-backups/emulator";
import { mocks } from "./mocks.ts";
import { release } from "./program.ts";

const values = (outputs: pulumi.Input<unknown>[]) => new Promise((resolve) => pulumi.all(outputs).apply(resolve));

test("a release has the newest backup, behind a gate", async () => {
  await pulumi.runtime.setMocks(mocks());
  const { backupId, verdict } = release("rm-bp1shop0healthy01");
  assert.deepEqual(await values([backupId, verdict]), ["1894629053", "pass"]);
});

test("the emulator knows what it was told", async () => {
  await using emulator = await startEmulator({ seeds: [] });
  emulator.add(backupRecord({ dbInstanceId: "rm-1", backupId: "7", backupStatus: "Failed" }));
  const [record] = emulator.records({ subject: "rm-1" });
  assert.equal(record?.row.BackupStatus, "Failed");
});
