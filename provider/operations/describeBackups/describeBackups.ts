import * as argument from "../../core/argument.ts";
import { defineOperation } from "../../core/defineOperation.ts";
import { field, secretField } from "../../core/field.ts";
import { object } from "../../core/objectInputType.ts";
import { parameter, sameWordFilter } from "../../core/parameter.ts";
import * as codecs from "../../core/replyCodecs.ts";
import { ceilMinute, floorMinute, formatMinute } from "../../core/time.ts";
import { wrappedTextRowsCodec } from "../../core/wrappedTextRowsCodec.ts";
import { defineRds2014Action } from "../apiVersions.ts";
import { assessBackups, backupConditions, backupEntity, oneGoodOrAllToRead } from "./backupConditions.ts";
import { backupReasons } from "./backupReasons.ts";
import { FULL_BACKUP, FULL_OR_INCREMENTAL, INCREMENTAL_BACKUP } from "./backupTypeAndMethodKey.ts";
import { gatherBackupsOrNewInstance } from "./gatherBackupsOrNewInstance.ts";
import { judgeChains } from "./judgeChains.ts";
import { recoveryPoint } from "./recoveryPoint.ts";

const YEAR = 366 * 86_400_000;

const linkByDatabase = {
  databaseName: "DataBase",
  downloadUrl: "DownloadLink",
  intranetDownloadUrl: "IntranetDownloadLink",
};

export const describeBackups = defineOperation({
  api: defineRds2014Action("DescribeBackups", {
    ownErrorCodes: { notFound: ["InvalidBackupId.NotFound"] },
    reply: { rows: ["Items", "Backup"], total: ["TotalRecordCount"] },
    paging: {
      number: { wire: "PageNumber", first: 1 },
      size: { wire: "PageSize", allowed: [30, 50, 100], default: 100 },
    },
  }),
  entity: backupEntity,
  // biome-ignore format: a parameter or field is one line, whatever its length
  parameters: {
    dbInstanceId: parameter("DBInstanceId", argument.identifier, "The ID of the RDS instance.", { mustMatch: "dbInstanceId" }),
    backupId: parameter("BackupId", argument.identifier.optional(), "Only the backup set with this ID.", { filters: sameWordFilter("backupId") }),
    backupStatus: parameter("BackupStatus", argument.choice(["Success", "Failed"]).optional(), "Only backups in this state.", { filters: sameWordFilter("backupStatus"), changes: true }),
    backupMode: parameter("BackupMode", argument.choice(["Automated", "Manual"]).optional(), "Only scheduled (`Automated`) or only on-demand (`Manual`) backups.", { filters: sameWordFilter("backupMode") }),
    backupType: parameter("BackupType", argument.choice(["FullBackup", "IncrementalBackup"]).optional(), "Only full or only incremental backups.", { filters: sameWordFilter("backupType") }),
    backupLocation: parameter("BackupLocation", argument.singleLineText.optional(), "Only backups kept in this location, such as `OSS`.", { filters: sameWordFilter("backupLocation") }),
    resourceGroupId: parameter("ResourceGroupId", argument.identifier.optional(), "Only an instance of this resource group. Applied by the service alone: replies do not contain it."),
    startTime: parameter("StartTime", argument.moment.optional(), "Only backups whose recovery point is at or after this time (RFC 3339, or relative such as `\"-7d\"`). Default: as far back as the service remembers."),
    endTime: parameter("EndTime", argument.moment.optional(), "Only backups whose recovery point is at or before this time. Default: now."),
  },
  // biome-ignore format: a parameter or field is one line, whatever its length
  fields: {
    backupId: field("BackupId", codecs.textCodec, "The ID of the backup set."),
    dbInstanceId: field("DBInstanceId", codecs.textCodec, "The ID of the RDS instance."),
    backupStatus: field("BackupStatus", codecs.textCodec, "`Success` or `Failed`; other values are passed through and never count as good."),
    backupStartTime: field("BackupStartTime", codecs.timeCodec, "When the backup began (RFC 3339, UTC)."),
    backupEndTime: field("BackupEndTime", codecs.timeCodec, "When the backup ended (RFC 3339, UTC)."),
    consistentTime: field("ConsistentTime", codecs.epochSecondsAsTimeCodec, "The point in time to which the data in the backup set is consistent (RFC 3339, UTC)."),
    backupSize: field("BackupSize", codecs.integerCodec, "Size of the backup set in bytes."),
    backupType: field("BackupType", codecs.textCodec, "`FullBackup` or `IncrementalBackup`."),
    backupMode: field("BackupMode", codecs.textCodec, "`Automated` (scheduled) or `Manual` (on demand)."),
    backupMethod: field("BackupMethod", codecs.textCodec, "`Physical`, `Snapshot` or `Logical`."),
    backupScale: field("BackupScale", codecs.textCodec, "Whether the set covers the instance or single databases."),
    backupDbNames: field("BackupDBNames", codecs.textCodec, "The databases in the set, where the service names them."),
    isAvail: field("IsAvail", codecs.boolCodec, "Whether the backup set can be used to restore."),
    expectExpireTime: field("ExpectExpireTime", codecs.expiryCodec, "When the backup set is expected to be removed (RFC 3339, UTC). From the year 2100 on: never; where the service says `-1` it is `9999-12-31T23:59:59Z`."),
    storeStatus: field("StoreStatus", codecs.textCodec, "`Enabled` when the set may be deleted, `Disabled` when not. Says nothing about whether it can be restored."),
    storageClass: field("StorageClass", codecs.textCodec, "Storage class of the set: `0` regular, `1` archive."),
    hostInstanceId: field("HostInstanceID", codecs.textCodec, "The node that made the backup: tells primary from standby."),
    engine: field("Engine", codecs.textCodec, "Database engine."),
    engineVersion: field("EngineVersion", codecs.textCodec, "Version of the database engine."),
    backupInitiator: field("BackupInitiator", codecs.textCodec, "`System` or `User`."),
    metaStatus: field("MetaStatus", codecs.textCodec, "State of the metadata needed to restore single databases and tables: `OK`, `LARGE` or `EMPTY`."),
    checksum: field("Checksum", codecs.textCodec, "CRC-64 check sum, as decimal text."),
    copyOnlyBackup: field("CopyOnlyBackup", codecs.boolCodec, "Whether a SQL Server backup is copy-only."),
    backupLocation: field("BackupLocation", codecs.textCodec, "Where the set is kept."),
    backupExtractionStatus: field("BackupExtractionStatus", codecs.textCodec, "State of the extraction of the set."),
    slaveStatus: field("SlaveStatus", codecs.textCodec, "State of the standby when the backup was made."),
    resourceGroupId: field("ResourceGroupId", codecs.textCodec, "The resource group of the instance."),
    backupDownloadUrl: secretField("BackupDownloadURL", codecs.linkCodec, "Public download link, pre-signed."),
    backupIntranetDownloadUrl: secretField("BackupIntranetDownloadURL", codecs.linkCodec, "Internal download link, pre-signed."),
    backupDownloadLinkByDb: secretField("BackupDownloadLinkByDB", wrappedTextRowsCodec("BackupDownloadLinkByDB", linkByDatabase), "Pre-signed download links of single databases, each with `databaseName`, `downloadUrl` and `intranetDownloadUrl`."),
  },
  ignored: {
    DBInstanceComment: "the instance's own description, not the backup's",
    Encryption: "key material references in an undocumented shape, an object in some replies and text in others",
  },
  identity: { field: "backupId" },
  times: {
    window: {
      start: "startTime",
      end: "endTime",
      write: (at, edge) => formatMinute(edge === "start" ? floorMinute(at) : ceilMinute(at)),
      retentionMs: 10 * YEAR,
    },
    order: recoveryPoint,
    end: "backupEndTime",
    orderTime: {
      name: "recoveryPointTime",
      doc: "The point in time that a restore brings back (RFC 3339, UTC): consistentTime when it is plausible, else backupStartTime. Backups are ordered and aged by it.",
    },
  },
  question: {
    subject: ["dbInstanceId"],
    // biome-ignore format: an argument is one line, whatever its length
    criteria: object({
      backupType: argument.choice([FULL_BACKUP, INCREMENTAL_BACKUP, FULL_OR_INCREMENTAL]).optional().describe("The type of the backup. `FullOrIncremental` also accepts an incremental backup with all that a restore of it needs: the newest successful full backup of the same method before it and every incremental one between, each usable and kept for `minRemaining`. `IncrementalBackup` looks at incremental backups alone, and not at what they rest on. Default: `FullBackup`."),
      backupMethod: argument.choice(["Physical", "Snapshot", "Logical"]).optional().describe("The method of the backup. Default: `Physical` or `Snapshot`."),
      databaseName: argument.singleLineText.optional().describe("Accept backups of this single database. Default: only backups of the whole instance."),
      assumeWholeInstance: argument.bool.optional().describe("Take a backup set of which the service does not say what databases it holds for one of the whole instance. That concerns SQL Server backups that were not made by the schedule, and logical backups of MySQL and MariaDB. What the service does say is never overruled. Default: `false`, such a set is not usable."),
      minRemaining: argument.duration.optional().describe("How long the backup must still be kept, such as `\"7d\"`. Default: it must not have expired."),
    }),
    conditions: backupConditions,
  },
  judge: {
    row: backupReasons,
    together: (rows, { backupType }, isWhole) =>
      backupType === FULL_OR_INCREMENTAL ? judgeChains(rows, isWhole) : { rows, needOlder: new Set() },
    goodRowsToRead: oneGoodOrAllToRead,
    gather: gatherBackupsOrNewInstance,
    assess: assessBackups,
  },
  report: {
    columns: [],
    goodRowDetails: ["backupType", "backupMethod", "backupSize"],
    remedy:
      "check the backup schedule and the failed job in the RDS console, or start a backup by hand and wait for it",
  },
  gate: { recheck: "always" },
});
