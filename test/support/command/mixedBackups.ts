import { backupRecord, type Emulator } from "../../../emulator/index.ts";
import { iso } from "../fixtures/backups.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const mixed = "rm-bp1mixed00000001";
/** The ID of a backup that would be markup, if it were not escaped. */
export const hostileId = `9005"><img src=x onerror="console.log('run')"><script>console.log('run')</script>`;

/**
 * Forty nights of an instance, as the emulator's records: 36 backups. Good are 30. Nights 20 to 23 have none. Of nights 5
 * and 6 the backup failed; those of 8 and 17 are logical, that of 31 is not available, that of 39 has expired. That of
 * night 12 is less than half as large as the one before it.
 */
export function addMixedBackups(emulator: Emulator, now: number): void {
  for (let night = 0; night < 40; night++) {
    if (night >= 20 && night <= 23) continue;
    const start = now - night * DAY - 7 * HOUR;
    emulator.add(
      backupRecord({
        dbInstanceId: mixed,
        backupId: night === 5 ? hostileId : String(9000 + night),
        backupStatus: night === 5 || night === 6 ? "Failed" : "Success",
        backupStartTime: iso(start),
        backupEndTime: iso(start + HOUR / 2),
        backupType: "FullBackup",
        backupMethod: night === 8 || night === 17 ? "Logical" : "Physical",
        backupMode: "Automated",
        backupScale: "DBInstance",
        backupSize: night === 12 ? 4 * 1024 ** 3 : Math.round((10 - night / 20) * 1024 ** 3),
        isAvail: night !== 31,
        expectExpireTime: iso(start + 39.2 * DAY),
      }),
    );
  }
}
