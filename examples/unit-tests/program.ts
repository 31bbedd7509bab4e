// What is tested: a program that restores from the newest good backup, behind a gate.
import { rds } from "pulumi-alicloud-backups";

export function release(dbInstanceId: string) {
  const latest = rds.getLatestBackupOutput({ dbInstanceId, maxAge: "26h" });
  const gate = new rds.BackupGate("fresh-backup", { dbInstanceId, maxAge: "26h" });
  return { backupId: latest.backupId, verdict: gate.verdict };
}
