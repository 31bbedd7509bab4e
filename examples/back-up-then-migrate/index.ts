// Back up, check, migrate, in one `pulumi up`: each release has a backup made, and goes on only when that very backup is
// good. In preview there is no such backup yet: the gate says so, and preview goes on.
import { rds as alicloud } from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { rds } from "pulumi-alicloud-backups";

const config = new pulumi.Config();
const dbInstanceId = config.get("dbInstanceId") ?? "rm-bp1shop0healthy01"; // the emulator's: set your own
const release = config.get("release") ?? "1";

// A new name makes a new backup. The one before leaves the state, and stays at Alibaba Cloud for its retention.
const backup = new alicloud.RdsBackup(`before-release-${release}`, { dbInstanceId, removeFromState: true });

const backedUp = new rds.BackupGate("backed-up", {
  dbInstanceId,
  pin: backup.backupId, // this one, not just any: an older backup would let the release through
  waitFor: "30m", // until the service lists it
  recheck: "untilPassed", // until the next release: the backup may expire in between
});

// Stands for the migration.
export const migration = new pulumi.Stash("migration", { input: release }, { dependsOn: backedUp }).output;
export const backupId = backedUp.backupId;
