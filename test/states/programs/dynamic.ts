import * as pulumi from "@pulumi/pulumi";
import * as dynamic from "pulumi-alicloud-backups/dynamic";
import { BILL, ERP, PLAN, SHOP, WIKI } from "../scene.ts";

/** Every dynamic lookup and gate. The package is what is built and published, as the source of its provider is recorded. */
export function program() {
  const maxAge = process.env.MAX_AGE ?? "26h";
  const migrateTaskId = "564522101";
  new dynamic.LatestBackup("latestBackup", { dbInstanceId: SHOP, maxAge });
  new dynamic.LatestBackup("latestPinnedBackup", { dbInstanceId: SHOP, pin: "1894505002" });
  new dynamic.LatestMigrateTask("latestMigrateTask", { dbInstanceId: ERP, databaseName: "erp_hr" });
  new dynamic.LatestOssDownload("latestOssDownload", { dbInstanceId: ERP, migrateTaskId });
  new dynamic.LatestDownloadTask("latestDownloadTask", { dbInstanceId: BILL });
  new dynamic.LatestBackupSetDownloadTask("latestBackupSetDownloadTask", { backupPlanId: PLAN });

  new dynamic.BackupGate("backup", { dbInstanceId: SHOP, maxAge });
  new dynamic.BackupGate("protectedBackup", { dbInstanceId: SHOP, maxAge, denyDestroy: true });
  new dynamic.BackupGate("secretBackup", { dbInstanceId: pulumi.secret(SHOP), maxAge });
  new dynamic.BackupGate("offBackup", { dbInstanceId: WIKI, maxAge, enforcement: "off" });
  new dynamic.MigrateTaskGate("migrateTask", { dbInstanceId: ERP, migrateTaskId });
  new dynamic.OssDownloadGate("ossDownload", { dbInstanceId: ERP, migrateTaskId, stage: "restored" });
  new dynamic.DownloadTaskGate("downloadTask", { dbInstanceId: BILL });
  new dynamic.BackupSetDownloadTaskGate("backupSetDownloadTask", { backupPlanId: PLAN });
  return Promise.resolve();
}
