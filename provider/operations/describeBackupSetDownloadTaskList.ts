import * as argument from "../core/argument.ts";
import { defineOperation } from "../core/defineOperation.ts";
import { entity } from "../core/entity.ts";
import { field, secretField } from "../core/field.ts";
import { object } from "../core/objectInputType.ts";
import { parameter, sameWordFilter } from "../core/parameter.ts";
import * as codecs from "../core/replyCodecs.ts";
import type { TaskStates } from "../core/taskStates.ts";
import { taskStateReasons } from "../core/taskStates.ts";
import { defineDbs2019Action } from "./apiVersions.ts";
import { allTasksToRead, assessPinnedOrNewestTasks } from "./rules/assessPinnedOrNewestTasks.ts";
import { orderTimeReader } from "./rules/orderTimeReader.ts";

/** `stop` means failed, and `init` that the pre-check failed or has not begun: so the document. */
const states: TaskStates = {
  good: ["finish"],
  pending: ["checking", "check_pass", "schedule", "running"],
  needsPerson: {
    init: "its pre-check failed or has not begun: look it up in the console",
    pause: "resume it in the console",
  },
  failed: ["stop"],
};

const downloadTask = entity("backup set download task", {
  summary: "Tasks that download backup sets of a Database Backup (DBS) backup plan.",
  linkFunctionStem: "BackupSetDownload",
});

export const describeBackupSetDownloadTaskList = defineOperation({
  api: defineDbs2019Action("DescribeBackupSetDownloadTaskList", {
    reply: {
      rows: ["Items", "BackupSetDownloadTaskDetail"],
      total: ["TotalElements"],
      pageSize: ["PageSize"],
    },
    paging: { number: { wire: "PageNum", first: 0 }, size: { wire: "PageSize", allowed: [30, 50, 100], default: 100 } },
  }),
  entity: downloadTask,
  // biome-ignore format: a parameter or field is one line, whatever its length
  parameters: {
    backupPlanId: parameter("BackupPlanId", argument.identifier.optional(), "The ID of the DBS backup plan.", { mustMatch: "backupPlanId" }),
    backupSetDownloadTaskId: parameter("BackupSetDownloadTaskId", argument.identifier.optional(), "Only the task with this ID. Either this or `backupPlanId` is required.", { filters: sameWordFilter("backupSetDownloadTaskId") }),
  },
  // biome-ignore format: a parameter or field is one line, whatever its length
  fields: {
    backupSetDownloadTaskId: field("BackupSetDownloadTaskId", codecs.textCodec, "The ID of the download task."),
    backupSetDownloadTaskName: field("BackupSetDownloadTaskName", codecs.textCodec, "The name of the download task."),
    backupSetDownloadStatus: field("BackupSetDownloadStatus", codecs.textCodec, "`checking`, `init`, `check_pass`, `pause`, `schedule`, `running`, `stop` (it failed) or `finish`; other values are passed through and never count as good."),
    backupPlanId: field("BackupPlanId", codecs.textCodec, "The ID of the backup plan."),
    backupSetId: field("BackupSetId", codecs.textCodec, "The ID of the backup set."),
    backupSetDownloadCreateTime: field("BackupSetDownloadCreateTime", codecs.epochMillisAsTimeCodec, "When the task was created (RFC 3339, UTC)."),
    backupSetDownloadFinishTime: field("BackupSetDownloadFinishTime", codecs.epochMillisAsTimeCodec, "When the task ended (RFC 3339, UTC)."),
    backupSetDataSize: field("BackupSetDataSize", codecs.integerCodec, "Size of the backup set; the document names no unit, bytes by all appearances."),
    backupSetDataFormat: field("BackupSetDataFormat", codecs.textCodec, "`Native`, `SQL`, `CSV` or `JSON`."),
    backupSetDbType: field("BackupSetDbType", codecs.textCodec, "The kind of database, such as `MySQL`."),
    backupSetJobType: field("BackupSetJobType", codecs.textCodec, "`cbs_backup_sub_full` (full) or `cbs_backup_sub_cont` (incremental)."),
    backupSetCode: field("BackupSetCode", codecs.textCodec, "The character encoding of the backup set."),
    backupSetDownloadWay: field("BackupSetDownloadWay", codecs.textCodec, "`manual` or `auto`."),
    backupSetDownloadTargetType: field("BackupSetDownloadTargetType", codecs.textCodec, "Where an automatic download goes: `agent`, the backup gateway."),
    backupSetDownloadDir: field("BackupSetDownloadDir", codecs.pathUnlessLinkCodec, "The folder of an automatic download."),
    backupGatewayId: field("BackupGatewayId", codecs.textCodec, "The backup gateway of an automatic download."),
    errMessage: field("ErrMessage", codecs.freeTextCodec, "What the service says of a failure."),
    backupSetDownloadInternetUrl: secretField("BackupSetDownloadInternetUrl", codecs.linkCodec, "Public download link, pre-signed."),
    backupSetDownloadIntranetUrl: secretField("BackupSetDownloadIntranetUrl", codecs.linkCodec, "Internal download link, pre-signed."),
  },
  ignored: {},
  identity: { field: "backupSetDownloadTaskId" },
  times: {
    order: orderTimeReader("backupSetDownloadCreateTime"),
    end: "backupSetDownloadFinishTime",
  },
  question: {
    subject: ["backupPlanId"],
    atLeastOneOf: ["backupPlanId", "backupSetDownloadTaskId"],
    criteria: object({}),
    conditions: object({
      backupSetDownloadTaskId: argument.identifier
        .optional()
        .describe("The task that is meant. Default: the newest task of the plan."),
      maxAge: argument.positiveDuration
        .optional()
        .describe('How long ago the task may have been created, such as `"2d"`. Default: any age.'),
    }),
  },
  judge: {
    row: ({ backupSetDownloadStatus }) => taskStateReasons(states, "backupSetDownloadStatus", backupSetDownloadStatus),
    goodRowsToRead: allTasksToRead,
    assess: (evidence, { backupSetDownloadTaskId, maxAge }) =>
      assessPinnedOrNewestTasks(evidence, {
        entity: downloadTask,
        taskId: backupSetDownloadTaskId,
        maxAge,
        databasesOf: () => [],
      }),
  },
  report: {
    columns: ["backupSetId"],
    goodRowDetails: ["backupSetDownloadStatus"],
    cause: "errMessage",
    remedy: "look up the task under Database Backup in the console, and start the download again if it failed",
  },
  gate: { recheck: "untilPassed" },
});
