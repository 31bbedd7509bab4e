import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { demoCredentials } from "../../emulator/index.ts";
import { CallError } from "../../provider/core/errors/CallError.ts";
import { InputError } from "../../provider/core/errors/InputError.ts";
import { NotGoodEnoughError } from "../../provider/core/errors/NotGoodEnoughError.ts";
import { ReplyError } from "../../provider/core/errors/ReplyError.ts";
import { isJsonObject, type Json, type JsonObject } from "../../provider/core/json.ts";
import { functions } from "../../provider/lookups/functions.ts";
import { backupRow, SHOP } from "../support/fixtures/backups.ts";
import {
  BILL,
  backupSetDownload,
  downloadTask,
  ERP,
  migrateTaskRow,
  ossDownloadRow,
  PLAN,
} from "../support/fixtures/tasks.ts";
import { anyReply, type RandomReply } from "../support/fuzz/anyReply.ts";
import { type Ending, fuzz } from "../support/fuzz/fuzz.ts";
import { secretsShown } from "../support/fuzz/secretsShown.ts";
import { openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();
beforeEach(() => {
  for (const subject of [SHOP, ERP, BILL, PLAN]) emulator.addSubject(subject);
});

const erp = { dbInstanceId: ERP };
const rds = (total: number, Items: JsonObject) => ({ RequestId: "R-1", TotalRecordCount: total, PageNumber: 1, Items });
const bodies: Readonly<Record<string, { readonly honest: JsonObject; readonly question: JsonObject }>> = {
  DescribeBackups: {
    honest: rds(2, { Backup: [backupRow("1", 5, { Engine: "MySQL" }), backupRow("2", 29)] }),
    question: { dbInstanceId: SHOP, backupId: "1" },
  },
  DescribeMigrateTasks: {
    honest: { ...rds(2, { MigrateTask: [migrateTaskRow("1", 5), migrateTaskRow("2", 9)] }), DBInstanceId: ERP },
    question: { ...erp, migrateTaskId: "1" },
  },
  DescribeOssDownloads: {
    honest: {
      RequestId: "R-1",
      DBInstanceId: ERP,
      MigrateTaskId: "1",
      Items: { OssDownload: [ossDownloadRow("a.bak"), ossDownloadRow("b.bak")] },
    },
    question: { ...erp, migrateTaskId: "1", fileName: "a.bak" },
  },
  DescribeDownloadTask: {
    honest: {
      RequestId: "R-1",
      Success: "true",
      Code: "Success",
      Data: { TotalElements: 1, PageSize: 100, Content: { List: [downloadTask("dt-1", 5).row] } },
    },
    question: { dbInstanceId: BILL, taskId: "dt-1" },
  },
  DescribeBackupSetDownloadTaskList: {
    honest: {
      RequestId: "R-1",
      Success: true,
      TotalElements: 1,
      Items: { BackupSetDownloadTaskDetail: [backupSetDownload("b1", 5).row] },
    },
    question: { backupPlanId: PLAN, backupSetDownloadTaskId: "b1" },
  },
};

/** Arguments of a function among what its operation may be asked. */
function argumentsOf({ inputs, operation }: (typeof functions)[number]): JsonObject {
  const { question = {} } = bodies[operation.api.action] ?? {};
  return Object.fromEntries(Object.entries(question).filter(([name]) => name in inputs.shape));
}

describe("random replies: a clear answer or a clear error, and no secret", () => {
  test.each(Object.keys(bodies))("to %s", { timeout: 1_800_000 }, async (action) => {
    const ours = functions.filter(({ operation }) => operation.api.action === action);
    const { honest = {} } = bodies[action] ?? {};
    const runs = fc.record({
      which: fc.nat({ max: ours.length - 1 }),
      replies: fc.array(anyReply(honest), { minLength: 1, maxLength: 3 }),
    });
    await fuzz("replies", runs, 40, ({ which, replies }) => {
      const lookup = ours[which];
      if (lookup === undefined) throw new Error("no such function");
      return ending(lookup, replies);
    });
  });
});

/** Every request gets one of the replies, the last one for ever. */
async function ending(lookup: (typeof functions)[number], replies: readonly RandomReply[]): Promise<Ending> {
  emulator.clearFaults();
  emulator.clearRequests();
  const last = replies.length - 1;
  emulator.inject(
    ...replies.map((reply, index) => ({ kind: "reply", ...reply, times: index === last ? "always" : 1 }) as const),
  );
  const session = openSession(emulator, { settings: demoCredentials.temporary });
  const [outcome] = await Promise.allSettled([lookup.run(session, argumentsOf(lookup))]);
  if (outcome?.status === "fulfilled") {
    const text = JSON.stringify(outcome.value);
    expect(JSON.parse(text)).toEqual(outcome.value);
    if (!lookup.secret) refuseSecretsIn(JSON.stringify(withoutIds(outcome.value)));
    refuseSecretsIn(session.warnings.join("\n"));
    return "answer";
  }
  const error: unknown = outcome?.reason;
  if (!isOurs(error)) throw error;
  expect(error.message).toMatch(/^\S[\s\S]{20,6000}$/);
  expect(error.message).not.toMatch(/undefined|\[object |[\p{Cf}\0]/u);
  expect(error.message.isWellFormed()).toBe(true);
  refuseSecretsIn(error.message);
  return "error";
}

/** IDs are handed on as they are, whatever is in them: a changed one is another one. */
function withoutIds(json: Json): Json {
  if (Array.isArray(json)) return json.map((item: Json) => withoutIds(item));
  if (!isJsonObject(json)) return json;
  const others = Object.entries(json).filter(([name]) => !/^ids$|Id$|^fileName$/.test(name));
  return Object.fromEntries(others.map(([name, inner]) => [name, withoutIds(inner)]));
}

function isOurs(error: unknown): error is Error {
  return [CallError, ReplyError, InputError, NotGoodEnoughError].some((kind) => error instanceof kind);
}

function refuseSecretsIn(text: string): void {
  const found = secretsShown(text);
  if (found.length > 0) throw new Error(`Secrets in clear: ${found.join("; ")}\nin ${text.slice(0, 2000)}`);
}
