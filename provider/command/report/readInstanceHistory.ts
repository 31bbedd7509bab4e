import { CallError } from "../../core/errors/CallError.ts";
import { ReplyError } from "../../core/errors/ReplyError.ts";
import type { Operation } from "../../core/operation.ts";
import { describeDuration } from "../../core/time.ts";
import { answerQuery } from "../../lookups/answerQuery.ts";
import type { LookupQuery } from "../../lookups/lookupQuery.ts";
import { readHistory } from "../../lookups/readHistory.ts";
import type { EvidenceWithPlace } from "../../lookups/searchNewest.ts";
import type { Session } from "../../lookups/session.ts";
import { backupMark } from "./backupMark.ts";
import type { InstanceHistory, TaskSection } from "./instanceHistory.ts";
import { type TaskPropertyNames, taskCounts } from "./taskCounts.ts";

/** Tasks of an instance, and which of their properties are shown. */
export interface TaskSource {
  readonly operation: Operation;
  readonly properties: TaskPropertyNames;
}

interface HistorySources {
  readonly backups: Operation;
  readonly tasks: readonly TaskSource[];
  /** How far back. */
  readonly reachMs: number;
  /** From how many per cent on a shrink is marked. */
  readonly maxShrink: number | undefined;
}

/** Verdict, backups and tasks of one instance. What cannot be read is said in `readFailures`, and never left out in silence. */
export async function readInstanceHistory(
  session: Session,
  id: string,
  query: LookupQuery,
  { backups, tasks, reachMs, maxShrink }: HistorySources,
): Promise<InstanceHistory> {
  const missing: string[] = [];
  const attempt = async (
    labels: string,
    reading: Promise<EvidenceWithPlace>,
  ): Promise<EvidenceWithPlace | undefined> => {
    try {
      return await reading;
    } catch (error) {
      if (!(error instanceof CallError || error instanceof ReplyError)) throw error;
      missing.push(`The ${labels} could not be read: ${error.message.split("\n")[0]}`);
      return undefined;
    }
  };
  const { target } = query;
  const [assessment, history, ...sections] = await Promise.all([
    answerQuery(session, backups, query),
    attempt(backups.entity.labels, readHistory(session, backups, query, reachMs)),
    ...tasks.map(async ({ operation, properties }): Promise<TaskSection | undefined> => {
      const [subject] = operation.question.subject;
      const ofInstance = {
        target: { region: target.region, values: { [subject]: id } },
        rules: operation.judge({}),
      };
      const evidence = await attempt(operation.entity.labels, readHistory(session, operation, ofInstance, reachMs));
      return (
        evidence && { title: labelsOf(operation, reachMs), counts: taskCounts(operation, evidence.rows, properties) }
      );
    }),
  ]);
  const { verdict, report, region } = assessment;
  const now = history?.now ?? assessment.now;
  return {
    id,
    region: history?.region ?? region,
    verdict,
    report,
    from: now - reachMs,
    now,
    marks: history?.rows.map((row) => backupMark(row, now)) ?? [],
    maxAge: query.search.maxAge,
    maxShrink,
    tasks: sections.flatMap((section) => section ?? []),
    readFailures: missing,
  };
}

/** A service that remembers less than the page shows has forgotten older tasks: then it says of which time these are. */
function labelsOf({ entity, times: { window } }: Operation, reachMs: number): string {
  if (window === undefined || window.retentionMs >= reachMs) return entity.labels;
  return `${entity.labels} of the last ${describeDuration(window.retentionMs)}`;
}
