import type { Evidence } from "./evidence.ts";
import type { Operation } from "./operation.ts";
import type { Reason } from "./reason.ts";
import { redactToShortLine } from "./redactToShortLine.ts";
import { MAX_CELL_LENGTH, MAX_CLAUSE_LENGTH, reportRowLines } from "./reportRowLines.ts";
import { describeDuration, formatTime } from "./time.ts";

const MOST_LINES = 12;

interface Subject {
  readonly operation: Operation;
  /** `rm-prod (cn-hangzhou)`. */
  readonly name: string;
}

/** What a report calls the thing that it is about. */
export function subjectIdsWithRegion(
  operation: Operation,
  values: Readonly<Record<string, string>>,
  region: string,
): string {
  return `${subjectIdsText(operation, values)} (${region})`;
}

/** The IDs of instance or plan and of the parent task, such as `rm-prod`. */
export function subjectIdsText(operation: Operation, values: Readonly<Record<string, string>>): string {
  const valuesNamed = (name: string) => values[name] ?? [];
  const subject = operation.question.subject.flatMap(valuesNamed);
  // A question may name nothing but the ID of a task.
  const parts = subject.length > 0 ? subject : [valuesNamed(operation.identity.field)].flat();
  return parts.join(" ");
}

/**
 * The one text that gate, hook, error and verdict show: at most twelve lines, the first of which stands alone in the
 * engine's resource row; then what was looked at, the newest rows with the rule that refused each, and what to do.
 */
export function renderReport(subject: Subject, evidence: Evidence, reasons: readonly Reason[]): string {
  const { operation, name } = subject;
  const [first, ...more] = reasons;
  const { label } = operation.entity;
  if (first?.verdict === "pass") return `${name}: ${redactToShortLine(first.message, MAX_CLAUSE_LENGTH)}.`;
  if (first === undefined) return `${name} has a good ${label}: ${describeBest(evidence)}.`;
  const beginning = [
    `${name}: no good ${label}: ${redactToShortLine(first.message, MAX_CLAUSE_LENGTH)}.`,
    ...more.slice(0, 2).map((each) => `  also: ${redactToShortLine(each.message, MAX_CLAUSE_LENGTH)}`),
    `  Looked at ${describeSearch(operation, evidence)}.`,
  ];
  // Beside the remedy, and a line about the rows that are left out.
  const rowLines = MOST_LINES - beginning.length - 2;
  const rows = reportRowLines(operation, evidence, reasons, rowLines);
  return [...beginning, ...rows, `  What to do: ${operation.report.remedy}.`].join("\n");
}

function describeBest({ rows, good, now }: Evidence): string {
  const [newest] = good;
  if (newest === undefined) return "all of them";
  const id = redactToShortLine(newest.id, MAX_CELL_LENGTH);
  if (newest.orderTime === undefined) return id;
  const restsOn = rows.find(({ row }) => row === newest)?.restsOn;
  const age = `${id} of ${formatTime(newest.orderTime.at)}, ${describeDuration(now - newest.orderTime.at)} old`;
  return restsOn === undefined ? age : `${age}, ${redactToShortLine(restsOn, MAX_CLAUSE_LENGTH)}`;
}

function describeSearch(operation: Operation, { rows, searchStart, now }: Evidence): string {
  const count = `${rows.length} ${rows.length === 1 ? operation.entity.label : operation.entity.labels}`;
  const from = searchStart === undefined ? "" : ` from ${formatTime(Math.floor(searchStart / 1000) * 1000)}`;
  return `${count}${from} until ${formatTime(now)}`;
}
