import { isJsonObject, type Json, type JsonObject } from "../../../provider/core/json.ts";
import { type Answer, listAnswer, newestAnswer, oneAnswer, type ShownRow } from "../answer.ts";
import type { Ask, Scenario } from "../scenario.ts";
import { idArguments } from "./argumentsOf.ts";

interface RowFields {
  readonly many: string;
  readonly status: string;
  readonly begin: string;
  /** Undefined where the operation tells none. */
  readonly end: string | undefined;
}

const fields: Readonly<Record<Scenario["kind"], RowFields>> = {
  backup: { many: "backups", status: "backupStatus", begin: "backupStartTime", end: "backupEndTime" },
  migrateTask: { many: "migrateTasks", status: "status", begin: "createTime", end: "endTime" },
  ossDownload: { many: "ossDownloads", status: "status", begin: "createTime", end: "endTime" },
  downloadTask: { many: "downloadTasks", status: "downloadStatus", begin: "createTime", end: undefined },
  backupSetDownloadTask: {
    many: "backupSetDownloadTasks",
    status: "backupSetDownloadStatus",
    begin: "backupSetDownloadCreateTime",
    end: "backupSetDownloadFinishTime",
  },
};

/** A result of ours, in the words of the model. */
export function shownAnswer(kind: Scenario["kind"], form: Ask<unknown>["form"], result: JsonObject): Answer {
  if (form === "list") return listAnswer(rowsOf(result[fields[kind].many]).map((row) => shownRow(kind, row)));
  if (form === "one") return oneAnswer(shownRow(kind, result));
  if (form === "verdict") return String(result.verdict);
  return newestAnswer(String(result[idArguments[kind]]), result.pinned === true ? result.usable === true : undefined);
}

function shownRow(kind: Scenario["kind"], record: JsonObject): ShownRow {
  const { status, begin, end } = fields[kind];
  return {
    id: String(record[idArguments[kind]]),
    status: text(record[status]),
    begin: time(record[begin]),
    end: end === undefined ? undefined : time(record[end]),
  };
}

function rowsOf(list: Json | undefined): readonly JsonObject[] {
  if (!Array.isArray(list)) throw new Error("A list without rows.");
  return list.filter(isJsonObject);
}

function text(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function time(value: Json | undefined): number | undefined {
  return typeof value === "string" ? Date.parse(value) : undefined;
}
