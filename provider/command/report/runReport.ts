import pLimit from "p-limit";
import * as argument from "../../core/argument.ts";
import type { Json, JsonObject } from "../../core/json.ts";
import { messageOf } from "../../core/messageOf.ts";
import { object } from "../../core/objectInputType.ts";
import { validate } from "../../core/validate.ts";
import { queryReader } from "../../lookups/lookupQuery.ts";
import type { Session } from "../../lookups/session.ts";
import { targetWithValue } from "../../lookups/target.ts";
import type { CommandIo } from "../commandIo.ts";
import type { CommandResult } from "../commandResult.ts";
import { exitCodes } from "../exitCodes.ts";
import { operationOfGate } from "../operationOfGate.ts";
import { readInstanceHistory, type TaskSource } from "./readInstanceHistory.ts";
import { reportPage } from "./reportPage.ts";
import { reportSvg } from "./reportSvg.ts";
import { verdictSummary } from "./verdictSummary.ts";

export interface ReportOptions {
  /** Where it goes: a page where the name ends in `.html`, else the SVG alone. */
  readonly out?: string | undefined;
  /** How far back, such as `90d`. */
  readonly historyDuration?: string | undefined;
  readonly tasks: boolean;
}

const AT_ONCE = 5;
const DEFAULT_HISTORY = "90d";
const reportArguments = object({ history: argument.positiveDuration, out: argument.singleLineText });

/**
 * A picture of the backups and tasks of one or many instances. It is written even where something could not be read: then
 * it says so, and so does the exit code.
 *
 * @param args the arguments of the verdict
 * @throws InputError for arguments that are wrong
 */
export async function runReport(
  session: Session,
  args: JsonObject,
  { out, historyDuration = DEFAULT_HISTORY, tasks }: ReportOptions,
  io: CommandIo,
): Promise<CommandResult> {
  const backups = operationOfGate("BackupGate");
  const query = queryReader(backups).read(args);
  const { history: reachMs, out: path } = validate(reportArguments, {
    history: historyDuration,
    ...(out !== undefined && { out }),
  });
  if (reachMs === undefined || path === undefined) throw new Error("What is required was not refused.");
  const [subject] = backups.question.subject;
  const ids = query.instances ?? [query.target.values[subject] ?? ""];
  const sources = {
    backups,
    tasks: tasks ? taskSources() : [],
    reachMs,
    maxShrink: numberIn(args.maxShrink),
  };
  const inTurn = pLimit(AT_ONCE);
  const instances = await Promise.all(
    ids.map((id) =>
      inTurn(() =>
        readInstanceHistory(
          session,
          id,
          { ...query, instances: undefined, target: targetWithValue(query.target, subject, id) },
          sources,
        ),
      ),
    ),
  );
  const isPage = /\.html?$/i.test(path);
  const content = isPage ? await reportPage(instances) : await reportSvg(instances);
  const failure = attempt(() => io.writeFile(path, content));
  if (failure !== undefined) {
    io.tell(`--out: ${path} cannot be written: ${failure}`);
    return { text: "", code: exitCodes.output };
  }
  for (const { id, readFailures } of instances) for (const what of readFailures) io.tell(`warning: ${id}: ${what}`);
  const isWhole = instances.every(({ readFailures, verdict }) => readFailures.length === 0 && verdict !== "unknown");
  return { text: `${verdictSummary(instances)}. See ${path}\n`, code: isWhole ? exitCodes.done : exitCodes.unknown };
}

function numberIn(value: Json | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function attempt(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/** Tasks that belong to an instance; those of backup plans and of single files have no instance to stand with. */
function taskSources(): readonly TaskSource[] {
  return [
    { operation: operationOfGate("MigrateTaskGate"), properties: { database: "dbName", status: "status" } },
    { operation: operationOfGate("DownloadTaskGate"), properties: { database: "dbList", status: "downloadStatus" } },
  ];
}
