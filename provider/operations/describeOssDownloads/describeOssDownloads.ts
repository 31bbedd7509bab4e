import * as argument from "../../core/argument.ts";
import { defineOperation } from "../../core/defineOperation.ts";
import { entity } from "../../core/entity.ts";
import { field } from "../../core/field.ts";
import { object } from "../../core/objectInputType.ts";
import { parameter } from "../../core/parameter.ts";
import * as codecs from "../../core/replyCodecs.ts";
import { defineRds2014Action } from "../apiVersions.ts";
import { describeMigrateTasks } from "../describeMigrateTasks.ts";
import { orderTimeReader } from "../rules/orderTimeReader.ts";
import { assessFiles } from "./assessFiles.ts";
import { fileReasons, fileStages } from "./fileReasons.ts";
import { gatherFilesAndTaskIfNeeded } from "./gatherFilesAndTaskIfNeeded.ts";

export const describeOssDownloads = defineOperation({
  api: defineRds2014Action("DescribeOssDownloads", {
    ownErrorCodes: { notFound: ["InvalidMigrateTask"] },
    extraVerdictPermissions: [describeMigrateTasks.api.permission],
    reply: {
      rows: ["Items", "OssDownload"],
      echoes: { dbInstanceId: ["DBInstanceId"], migrateTaskId: ["MigrateTaskId"] },
    },
  }),
  entity: entity("OSS download", {
    summary:
      "The backup files of one migrate task of an ApsaraDB RDS for SQL Server instance, on their way from OSS to the instance. SQL Server 2017 and 2019 cluster editions are not supported by the service.",
  }),
  // biome-ignore format: a parameter or field is one line, whatever its length
  parameters: {
    dbInstanceId: parameter("DBInstanceId", argument.identifier, "The ID of the RDS instance."),
    migrateTaskId: parameter("MigrateTaskId", argument.identifier, "The ID of the migrate task."),
    resourceGroupId: parameter("ResourceGroupId", argument.identifier.optional(), "Only an instance of this resource group. Applied by the service alone: replies do not contain it."),
  },
  // biome-ignore format: a parameter or field is one line, whatever its length
  fields: {
    fileName: field("FileName", codecs.textCodec, "The name of the file in OSS."),
    status: field("Status", codecs.textCodec, "`NoStart`, `Downloading`, `Finished`, `DownloadFailed`, `VerifyFailed`, `Deleted`, `DeleteFailed`, `CheckSuccess`, `CheckFailed`, `Restoring`, `Restored` or `RestoreFailed`; other values are passed through and never count as good."),
    isAvailable: field("IsAvailable", codecs.boolCodec, "Whether the file can be used."),
    fileSize: field("FileSize", codecs.megabytesAsBytesCodec, "Size of the file in bytes; the service reports whole megabytes."),
    backupMode: field("BackupMode", codecs.textCodec, "What the file holds: `FULL`, `DIFF` or `LOG`, in newer replies `Database`, `Differential_Database` or `Transaction_Log`."),
    createTime: field("CreateTime", codecs.timeCodec, "When the file was added to the list (RFC 3339, UTC)."),
    endTime: field("EndTime", codecs.timeCodec, "When the download ended (RFC 3339, UTC)."),
    description: field("Description", codecs.freeTextCodec, "Description of the file."),
  },
  ignored: {},
  identity: { field: "fileName" },
  times: {
    order: orderTimeReader("createTime"),
    end: "endTime",
  },
  question: {
    subject: ["dbInstanceId", "migrateTaskId"],
    criteria: object({
      stage: argument
        .choice(fileStages)
        .optional()
        .describe("How far a file must have come to be good. Default: `restored`."),
    }),
    conditions: object({
      expectedFiles: argument
        .count(1, 100_000)
        .optional()
        .describe(
          "How many files there must be. Without it the migrate task itself must have succeeded, as its list of files may still grow until then.",
        ),
      maxAge: argument.positiveDuration
        .optional()
        .describe('How long ago every file may have been added, such as `"2d"`. Default: any age.'),
    }),
  },
  judge: {
    row: fileReasons,
    goodRowsToRead: () => Number.POSITIVE_INFINITY,
    gather: gatherFilesAndTaskIfNeeded,
    assess: assessFiles,
  },
  report: {
    columns: [],
    goodRowDetails: ["status", "fileSize"],
    remedy: "open the migration in the RDS console and look up the files that are not there yet or have failed",
  },
  gate: { recheck: "untilPassed" },
});
