import { BackupGate } from "pulumi-alicloud-backups/dynamic";

export function program() {
  const gate = new BackupGate("gate", { dbInstanceId: "rm-bp1shop0healthy01", maxAge: "26h" });
  return Promise.resolve({ passedBy: gate.backupId });
}
