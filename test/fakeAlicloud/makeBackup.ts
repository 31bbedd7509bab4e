import { z } from "zod";
import type { JsonObject } from "../../provider/core/json.ts";

const made = z.object({
  row: z.looseObject({ BackupId: z.string(), BackupStatus: z.string(), StoreStatus: z.string() }),
});

/**
 * What pulumi-alicloud's RdsBackup does: has a backup made, and answers when it is there. The emulator has one that
 * is like the newest of the same method. STANDIN_BACKUP_STATUS: how it ends, if not in Success.
 */
export async function makeBackup({ dbInstanceId, backupMethod = "Physical" }: JsonObject): Promise<JsonObject> {
  const { RDS_ENDPOINT, STANDIN_BACKUP_STATUS = "Success" } = process.env;
  const response = await fetch(`${RDS_ENDPOINT}/_emulator/records/repeat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      subject: dbInstanceId,
      where: { BackupMethod: backupMethod },
      set: { BackupStatus: STANDIN_BACKUP_STATUS, BackupMode: "Manual", BackupInitiator: "User" },
    }),
  });
  if (!response.ok) throw new Error(`The emulator made no backup: ${response.status} ${await response.text()}`);
  const { row } = made.parse(await response.json());
  return { backupId: row.BackupId, status: row.BackupStatus, storeStatus: row.StoreStatus };
}
