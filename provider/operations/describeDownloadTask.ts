import * as argument from "../core/argument.ts";
import { defineOperation } from "../core/defineOperation.ts";
import { entity } from "../core/entity.ts";
import { field } from "../core/field.ts";
import { object } from "../core/objectInputType.ts";
import { parameter, sameWordFilter } from "../core/parameter.ts";
import type { Reason } from "../core/reason.ts";
import { outOfScopeReason, unknownReason } from "../core/reason.ts";
import * as codecs from "../core/replyCodecs.ts";
import type { TaskStates } from "../core/taskStates.ts";
import { taskStateReasons } from "../core/taskStates.ts";
import { defineDbs2021Action } from "./apiVersions.ts";
import { allTasksToRead, assessPinnedOrNewestTasks } from "./rules/assessPinnedOrNewestTasks.ts";
import { databaseReasons } from "./rules/databaseReasons.ts";
import { orderTimeReader } from "./rules/orderTimeReader.ts";

const states: TaskStates = {
  good: ["finished"],
  pending: ["Initializing", "queueing", "queuing", "running"],
  failed: ["failed", "expired"],
};
const YEAR = 366 * 86_400_000;

const downloadTask = entity("download task", {
  summary:
    "Advanced download tasks of Database Backup (DBS), for backup sets of RDS MySQL with cloud disks, RDS PostgreSQL, PolarDB MySQL and MongoDB. Where the engine is not covered there are no tasks.",
});

export const describeDownloadTask = defineOperation({
  api: defineDbs2021Action("DescribeDownloadTask", {
    ownErrorCodes: { notFound: ["DBS.DownloadTask.CannotFind"] },
    reply: { rows: ["Data", "Content", "List"], total: ["Data", "TotalElements"], pageSize: ["Data", "PageSize"] },
    paging: {
      number: { wire: "CurrentPage", first: 1 },
      size: { wire: "PageSize", allowed: [10, 20, 30, 50, 100], default: 50 },
    },
    regionWireName: "RegionCode",
  }),
  entity: downloadTask,
  // biome-ignore format: a parameter or field is one line, whatever its length
  parameters: {
    dbInstanceId: parameter("InstanceName", argument.identifier.optional(), "The ID of the RDS instance or PolarDB cluster. Either this or `datasourceId` is required."),
    datasourceId: parameter("DatasourceId", argument.identifier.optional(), "The ID of the DBS data source, `ds-<instance>_<region>`."),
    clusterName: parameter("ClusterName", argument.singleLineText.optional(), "The cluster, for MongoDB sharded clusters. Applied by the service alone: replies do not contain it."),
    backupSetId: parameter("BackupSetId", argument.identifier.optional(), "Only tasks for this backup set.", { filters: sameWordFilter("backupSetId") }),
    state: parameter("State", argument.choice(["Initializing", "queueing", "running", "failed", "finished", "expired"]).optional(), "Only tasks in this state.", { filters: { field: "downloadStatus", accepts: isSameState }, changes: true }),
    taskType: parameter("TaskType", argument.choice(["full", "pitr"]).optional(), "Only downloads of a whole backup set (`full`) or of a point in time (`pitr`). Applied by the service alone: replies do not contain it."),
    startTime: parameter("StartTime", argument.moment.optional(), "Only tasks created at or after this time (RFC 3339, or relative such as `\"-7d\"`). Default: as far back as the service remembers. Not sent: every task is read and cut by creation time here, as the document does not say which time the service would cut by."),
    endTime: parameter("EndTime", argument.moment.optional(), "Only tasks created at or before this time. Default: now. Not sent, like `startTime`."),
  },
  // biome-ignore format: a parameter or field is one line, whatever its length
  fields: {
    taskId: field("TaskId", codecs.textCodec, "The ID of the download task."),
    downloadStatus: field("DownloadStatus", codecs.textCodec, "`Initializing`, `queueing`, `running`, `failed`, `finished` or `expired`; other values are passed through and never count as good."),
    backupSetId: field("BakSetId", codecs.textCodec, "The ID of the backup set that is downloaded."),
    backupSetTime: field("BackupSetTime", codecs.epochMillisAsTimeCodec, "The point in time that is downloaded (RFC 3339, UTC)."),
    createTime: field("GmtCreate", codecs.epochMillisAsTimeCodec, "When the task was created (RFC 3339, UTC)."),
    dbList: field("DbList", codecs.bracketListCodec, "The databases in the download."),
    format: field("Format", codecs.textCodec, "`CSV`, `SQL` or `Parquet`."),
    exportDataSize: field("ExportDataSize", codecs.integerCodec, "Size of the output in bytes."),
    importDataSize: field("ImportDataSize", codecs.integerCodec, "Size of the data processed in bytes."),
    progress: field("Progress", codecs.textCodec, "Tables done and tables in all, such as `3/7`."),
    targetType: field("TargetType", codecs.textCodec, "Where the download goes: `OSS` or `URL`."),
    targetPath: field("TargetPath", codecs.pathUnlessLinkCodec, "The path in OSS. Left out when it is a link."),
    regionCode: field("RegionCode", codecs.textCodec, "The region of the instance, as the service reports it."),
  },
  ignored: {},
  identity: { field: "taskId" },
  times: {
    window: {
      start: "startTime",
      end: "endTime",
      // The document does not say whether these parameters mean the task or its backup set, so they are not sent.
      retentionMs: 10 * YEAR,
    },
    order: orderTimeReader("createTime"),
  },
  question: {
    subject: ["dbInstanceId", "datasourceId"],
    atLeastOneOf: ["dbInstanceId", "datasourceId"],
    criteria: object({
      databaseName: argument.singleLineText
        .optional()
        .describe("Only tasks that hold this database. Default: every database."),
      backupSetId: argument.identifier
        .optional()
        .describe("Only tasks for this backup set. Default: every backup set."),
    }),
    conditions: object({
      taskId: argument.identifier
        .optional()
        .describe("The task that is meant. Default: the newest task of every database."),
      maxAge: argument.positiveDuration
        .optional()
        .describe('How long ago the task may have been created, such as `"2d"`. Default: any age.'),
    }),
  },
  judge: {
    row: ({ downloadStatus, dbList, backupSetId }, criteria, { unreadableFields }) => [
      ...databaseReasons(dbList ?? [], criteria.databaseName, unreadableFields.has("dbList")),
      ...backupSetReasons(backupSetId, criteria.backupSetId),
      ...taskStateReasons(states, "downloadStatus", downloadStatus),
    ],
    goodRowsToRead: allTasksToRead,
    assess: (evidence, { taskId, maxAge }, { databaseName }) =>
      assessPinnedOrNewestTasks(evidence, {
        entity: downloadTask,
        taskId,
        maxAge,
        databaseName,
        databaseField: "dbList",
        databasesOf: ({ record }) => (Array.isArray(record.dbList) ? record.dbList.map(String) : []),
      }),
  },
  report: {
    columns: ["backupSetId"],
    goodRowDetails: ["downloadStatus"],
    remedy:
      "look up the task under Database Backup in the console, and start the download again if it failed or expired",
  },
  gate: { recheck: "untilPassed" },
});

/** The document calls one state `queueing` as a request parameter, and `queuing` as well in replies. */
function isSameState(text: string, value: string): boolean {
  const [own, requested] = [text, value].map((state) => state.trim().toLowerCase().replace("queuing", "queueing"));
  return own === requested;
}

/** A task that does not say readably which backup set it is for may be for the one of the criteria. */
function backupSetReasons(backupSetId: string | undefined, criterion: string | undefined): readonly Reason[] {
  if (criterion === undefined || criterion === backupSetId) return [];
  if (backupSetId === undefined) return [unknownReason("backupSetId", "it does not say which backup set it is for")];
  return [outOfScopeReason("backupSetId", `it is for backup set ${backupSetId}, not for ${criterion}`)];
}
