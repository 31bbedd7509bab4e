// A change that must not happen before last night's backup is good: preview and up refuse it, and say why.
import * as pulumi from "@pulumi/pulumi";
import { rds } from "pulumi-alicloud-backups";

const config = new pulumi.Config();
const dbInstanceId = config.get("dbInstanceId") ?? "rm-bp1shop0healthy01"; // the emulator's: set your own

const fresh = new rds.BackupGate("fresh-backup", {
  dbInstanceId,
  maxAge: "26h", // a daily backup, and two hours for it to run in
  noFailureSinceSuccess: true,
  maxShrink: 20, // percent: a backup that is suddenly much smaller may be of an empty database
});

// Stands for the change: a schema migration, a new release, a smaller instance class.
export const change = new pulumi.Stash("change", { input: config.get("release") ?? "1" }, { dependsOn: fresh }).output;
export const backupId = fresh.backupId;
