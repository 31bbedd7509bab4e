import { type Answer, ERROR, listAnswer, newestAnswer, oneAnswer, shownBackup } from "../answer.ts";
import { backupVerdict } from "../rules/backupVerdict.ts";
import { gateOutcome } from "../rules/gateOutcome.ts";
import { backupList, backupMatches } from "../rules/list.ts";
import { newestBackup } from "../rules/newestBackup.ts";
import type { BackupRow } from "../rules/rows.ts";
import type { Clock } from "../rules/times.ts";
import { type BackupScenario, INSTANCE } from "../scenario.ts";
import type { Modes } from "../service/modes.ts";
import { mayRefuse } from "./mayRefuse.ts";

/** What the model says while these are the rows. */
export function backupAnswers(
  rows: readonly BackupRow[],
  { ask, world }: BackupScenario,
  clock: Clock,
): readonly Answer[] {
  const strangers = rows.filter(({ instance }) => instance !== undefined && instance !== INSTANCE);
  const answer = backupAnswer(listed(rows, ask, world.modes), ask, clock);
  if (strangers.length === 0)
    return [answer, ...mayRefuse(rows.map((row) => ask.form === "list" && backupMatches(row, ask.list)))];
  // Wherever such a row is read it is an error. A filter may keep it away.
  const mayBeUnread = ask.form === "list" || ask.form === "one" || ask.question.pin !== undefined;
  const others = rows.filter((row) => !strangers.includes(row));
  return [errorAnswer(ask), ...(mayBeUnread ? [backupAnswer(listed(others, ask, world.modes), ask, clock)] : [])];
}

/** A service that applies the filters itself sends nothing but what they let through for certain. */
function listed(rows: readonly BackupRow[], ask: BackupScenario["ask"], modes: Modes): readonly BackupRow[] {
  if (ask.form !== "list" || !modes.appliesFilters) return rows;
  return rows.filter((row) => backupMatches(row, ask.list));
}

function errorAnswer(ask: BackupScenario["ask"]): Answer {
  if (ask.form === "gate") return gateOutcome(ask.policy, ask.phase, "unknown");
  return ask.form === "verdict" ? "unknown" : ERROR;
}

function backupAnswer(rows: readonly BackupRow[], ask: BackupScenario["ask"], clock: Clock): Answer {
  switch (ask.form) {
    case "list": {
      const list = backupList(rows, ask.list);
      return list ? listAnswer(list.map(shownBackup)) : ERROR;
    }
    case "one": {
      const one = rows.find(({ id }) => id === ask.id);
      return one ? oneAnswer(shownBackup(one)) : ERROR;
    }
    case "newest": {
      const newest = newestBackup(rows, ask.question, clock);
      return newest ? newestAnswer(newest.id, newest.pinned ? newest.usable : undefined) : ERROR;
    }
    case "verdict":
      return backupVerdict(rows, ask.question, clock);
    case "gate":
      return gateOutcome(ask.policy, ask.phase, backupVerdict(rows, ask.question, clock));
  }
}
