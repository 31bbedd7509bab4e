const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** IDs of backups have ten digits. */
const FIRST_ID = 1_900_000_000;

export interface BackupRow {
  readonly instanceId: string;
  /** Counts from the oldest backup of the instance. */
  readonly index: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly status: "Success" | "Failed";
}

/**
 * A row of DescribeBackups as the service writes it: 22 fields, a hundred of which make a page of some 60 KB. The
 * internal link is empty, as the document has it where a backup cannot be downloaded that way.
 */
export function backupRow({ instanceId, index, startedAt, status }: BackupRow): string {
  return JSON.stringify({
    BackupId: FIRST_ID + index,
    DBInstanceId: instanceId,
    HostInstanceID: 5_882_781,
    BackupStatus: status,
    BackupStartTime: timestamp(startedAt),
    BackupEndTime: timestamp(startedAt + 491_000),
    BackupType: "FullBackup",
    BackupMode: "Automated",
    BackupMethod: "Physical",
    BackupDownloadURL: `http://rdsbak.oss-cn-hangzhou.aliyuncs.com/${FIRST_ID + index}.tar.gz?Signature=bench`,
    BackupIntranetDownloadURL: "",
    BackupSize: 46_551_209_984 + index,
    StoreStatus: "Disabled",
    BackupInitiator: "System",
    Checksum: String(13_624_876_458_954_716_732n + BigInt(index)),
    ConsistentTime: Math.floor(startedAt / 1000) + 2,
    Engine: "MySQL",
    EngineVersion: "8.0",
    ExpectExpireTime: timestamp(startedAt + 730 * DAY),
    IsAvail: 1,
    MetaStatus: "OK",
    StorageClass: "0",
  });
}

function timestamp(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}
