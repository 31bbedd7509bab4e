import * as argument from "../core/argument.ts";
import { defineOperation } from "../core/defineOperation.ts";
import { entity } from "../core/entity.ts";
import { field } from "../core/field.ts";
import { object } from "../core/objectInputType.ts";
import { parameter } from "../core/parameter.ts";
import * as codecs from "../core/replyCodecs.ts";
import type { TaskStates } from "../core/taskStates.ts";
import { taskStateReasons } from "../core/taskStates.ts";
import { ceilMinute, floorMinute, formatMinute } from "../core/time.ts";
import { defineRds2014Action } from "./apiVersions.ts";
import { allTasksToRead, assessPinnedOrNewestTasks } from "./rules/assessPinnedOrNewestTasks.ts";
import { databaseReasons } from "./rules/databaseReasons.ts";
import { orderTimeReader } from "./rules/orderTimeReader.ts";

const states: TaskStates = {
  good: ["Success"],
  pending: ["NoStart", "Running"],
  needsPerson: { Waiting: "upload the next incremental backup file, or finish the migration" },
  failed: ["Failed"],
};

const migrateTask = entity("migrate task", {
  summary:
    "Tasks that migrate SQL Server backup files from OSS to an ApsaraDB RDS instance. The service remembers about the last seven days only, and knows no SQL Server 2017 cluster edition: an empty answer is not proof that there never was a task.",
});

/** The format is in minutes: the document's text says seconds, its own example and the official SDK say minutes. */
export const describeMigrateTasks = defineOperation({
  api: defineRds2014Action("DescribeMigrateTasks", {
    ownErrorCodes: { notFound: ["InvalidMigrateTask"] },
    reply: { rows: ["Items", "MigrateTask"], total: ["TotalRecordCount"], echoes: { dbInstanceId: ["DBInstanceId"] } },
    paging: {
      number: { wire: "PageNumber", first: 1 },
      size: { wire: "PageSize", allowed: [30, 50, 100], default: 100 },
    },
  }),
  entity: migrateTask,
  // biome-ignore format: a parameter or field is one line, whatever its length
  parameters: {
    dbInstanceId: parameter("DBInstanceId", argument.identifier, "The ID of the RDS instance."),
    resourceGroupId: parameter("ResourceGroupId", argument.identifier.optional(), "Only an instance of this resource group. Applied by the service alone: replies do not contain it."),
    startTime: parameter("StartTime", argument.moment.optional(), "Only tasks created at or after this time (RFC 3339, or relative such as `\"-2d\"`). Default: seven days ago, which is as far as the service remembers."),
    endTime: parameter("EndTime", argument.moment.optional(), "Only tasks created at or before this time. Default: now."),
  },
  // biome-ignore format: a parameter or field is one line, whatever its length
  fields: {
    migrateTaskId: field("MigrateTaskId", codecs.textCodec, "The ID of the migrate task."),
    dbName: field("DBName", codecs.textCodec, "The database that is migrated."),
    backupMode: field("BackupMode", codecs.textCodec, "`FULL` restores a full backup file, `UPDF` an incremental or log backup file."),
    status: field("Status", codecs.textCodec, "`NoStart`, `Running`, `Success`, `Failed` or `Waiting` (for the next incremental file); other values are passed through and never count as good."),
    createTime: field("CreateTime", codecs.timeCodec, "When the task was created (RFC 3339, UTC)."),
    endTime: field("EndTime", codecs.timeCodec, "When the task ended (RFC 3339, UTC)."),
    description: field("Description", codecs.freeTextCodec, "Description of the task."),
    isDbReplaced: field("IsDBReplaced", codecs.boolCodec, "Whether an existing database is overwritten."),
  },
  ignored: {},
  // The task that restores an incremental file (UPDF) bears the ID of the full one that it belongs to.
  identity: { field: "migrateTaskId", beside: ["backupMode", "createTime"] },
  times: {
    window: {
      start: "startTime",
      end: "endTime",
      write: (at, edge) => formatMinute(edge === "start" ? floorMinute(at) : ceilMinute(at)),
      retentionMs: 7 * 86_400_000,
    },
    order: orderTimeReader("createTime"),
    end: "endTime",
  },
  question: {
    subject: ["dbInstanceId"],
    criteria: object({
      databaseName: argument.singleLineText
        .optional()
        .describe("Only tasks of this database. Default: every database."),
    }),
    conditions: object({
      migrateTaskId: argument.identifier
        .optional()
        .describe("The task that is meant. Default: the newest task of every database."),
      maxAge: argument.positiveDuration
        .optional()
        .describe(
          'How long ago the task may have been created, such as `"2d"`. Default: any age that the service remembers.',
        ),
    }),
  },
  judge: {
    row: ({ status, dbName }, { databaseName }, { unreadableFields }) => [
      ...databaseReasons(dbName === undefined ? [] : [dbName], databaseName, unreadableFields.has("dbName")),
      ...taskStateReasons(states, "status", status),
    ],
    goodRowsToRead: allTasksToRead,
    assess: (evidence, { migrateTaskId, maxAge }, { databaseName }) =>
      assessPinnedOrNewestTasks(evidence, {
        entity: migrateTask,
        taskId: migrateTaskId,
        maxAge,
        databaseName,
        databaseField: "dbName",
        databasesOf: ({ record }) => (typeof record.dbName === "string" ? [record.dbName] : []),
      }),
  },
  report: {
    columns: ["dbName"],
    goodRowDetails: ["backupMode"],
    remedy:
      "open the migration in the RDS console: upload the file it waits for, or look up why it failed and start it again",
  },
  gate: { recheck: "untilPassed" },
});
