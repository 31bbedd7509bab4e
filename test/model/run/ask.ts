import { CallError } from "../../../provider/core/errors/CallError.ts";
import { NotGoodEnoughError } from "../../../provider/core/errors/NotGoodEnoughError.ts";
import { ReplyError } from "../../../provider/core/errors/ReplyError.ts";
import type { JsonObject } from "../../../provider/core/json.ts";
import { evaluateGate } from "../../../provider/gates/evaluateGate.ts";
import { gates } from "../../../provider/gates/gates.ts";
import { functions } from "../../../provider/lookups/functions.ts";
import type { Session } from "../../../provider/lookups/session.ts";
import { type Answer, ERROR } from "../answer.ts";
import type { Scenario } from "../scenario.ts";
import {
  backupArguments,
  fileArguments,
  idArguments,
  listArguments,
  subjectArguments,
  taskArguments,
} from "./argumentsOf.ts";
import { shownAnswer } from "./shownAnswer.ts";

const types: Readonly<Record<Scenario["kind"], string>> = {
  backup: "Backup",
  migrateTask: "MigrateTask",
  ossDownload: "OssDownload",
  downloadTask: "DownloadTask",
  backupSetDownloadTask: "BackupSetDownloadTask",
};

/** What ours answers. Any error that a lookup does not promise is thrown on. */
export async function ask(scenario: Scenario, session: Session): Promise<Answer> {
  const { kind } = scenario;
  const { form } = scenario.ask;
  const args = { ...subjectArguments(kind), ...questionArguments(scenario) };
  if (scenario.ask.form === "gate") return await askGate(types[kind], scenario.ask, args, session);
  const names = { list: "getX", one: "getX", newest: "getLatestX", verdict: "getXReadiness" };
  const name = names[scenario.ask.form].replace("X", types[kind]) + (form === "list" ? "s" : "");
  const lookup = functions.find((each) => each.name === name);
  if (lookup === undefined) throw new Error(`There is no function ${name}.`);
  try {
    return shownAnswer(kind, form, await lookup.run(session, args));
  } catch (error) {
    const kinds = [CallError, ReplyError, NotGoodEnoughError];
    if (kinds.some((each) => error instanceof each)) return ERROR;
    throw error;
  }
}

async function askGate(
  type: string,
  { phase, policy }: Extract<Scenario["ask"], { readonly form: "gate" }>,
  args: JsonObject,
  session: Session,
): Promise<Answer> {
  const gate = gates.find(({ name }) => name === `${type}Gate`);
  if (gate === undefined) throw new Error(`There is no gate ${type}Gate.`);
  const controls = Object.entries(policy).filter(([, value]) => value !== undefined);
  const values = { ...args, ...Object.fromEntries(controls) };
  const outcome = await evaluateGate(
    gate,
    { values, unknown: new Set() },
    { phase, properties: undefined, status: () => undefined, withSession: (work) => work(session) },
  );
  return outcome.kind;
}

function questionArguments(scenario: Scenario): JsonObject {
  const { kind, ask } = scenario;
  if (ask.form === "list") return listArguments(kind, ask.list, ask.pageSize);
  if (ask.form === "one") return { [idArguments[kind]]: ask.id };
  if (scenario.kind === "backup" && "question" in scenario.ask) return backupArguments(scenario.ask.question);
  if (scenario.kind === "ossDownload" && "question" in scenario.ask) return fileArguments(scenario.ask.question);
  if (scenario.kind !== "backup" && scenario.kind !== "ossDownload" && "question" in scenario.ask) {
    return taskArguments(scenario.ask.question);
  }
  return {};
}
