import { z } from "zod";

export interface BackupMaking {
  /** Of the emulator, where the backup is made. */
  readonly endpoint: string | undefined;
  /** How it ends. Default: Success. */
  readonly status?: string | undefined;
}

const backup = z.object({
  row: z.looseObject({ BackupId: z.string(), BackupStatus: z.string(), StoreStatus: z.string() }),
});

/**
 * What pulumi-alicloud's RdsBackup does: has a backup made, and answers when it is there. The emulator has one that
 * is like the newest of the same method.
 */
export async function makeBackup(
  { dbInstanceId, backupMethod = "Physical" }: Readonly<Record<string, unknown>>,
  { endpoint, status = "Success" }: BackupMaking,
) {
  const response = await fetch(`${endpoint}/_emulator/records/repeat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      subject: dbInstanceId,
      where: { BackupMethod: backupMethod },
      set: { BackupStatus: status, BackupMode: "Manual", BackupInitiator: "User" },
    }),
  });
  if (!response.ok) throw new Error(`The emulator made no backup: ${response.status} ${await response.text()}`);
  const { row } = backup.parse(await response.json());
  return { backupId: row.BackupId, status: row.BackupStatus, storeStatus: row.StoreStatus };
}
