import { describeSize } from "./describeSize.ts";
import type { Evidence, JudgedRow } from "./evidence.ts";
import type { Operation } from "./operation.ts";
import { plainTable } from "./plainTable.ts";
import type { Reason } from "./reason.ts";
import { redactToShortLine } from "./redactToShortLine.ts";
import type { Row } from "./row.ts";
import { formatTime } from "./time.ts";
import { wrapWords } from "./wrapWords.ts";

/** The most characters of a name or a value, and of a reason. */
export const MAX_CELL_LENGTH = 40;
export const MAX_CLAUSE_LENGTH = 160;

const SHOWN_ROWS = 5;
const USABLE = "usable";
/** The engine indents a report by six columns: with these a line fits into a terminal of 80. */
const WIDTH = 74;
const INDENT = "  ";
/** Of what stands below its row. */
const DEEPER = "    ";
/** Columns between two cells. */
const GAP = 2;

/** What a report says of a row. */
interface Entry {
  /** What tells the row from the others. */
  readonly cells: readonly string[];
  /** What speaks against it, or that it is usable. */
  readonly clause: string;
  /** What it is like; empty where that does not matter. */
  readonly facts: string;
}

/**
 * The newest rows, each with its ID, its time and what speaks against it: beside them, or whole on the next lines where it
 * is longer.
 *
 * @param maxLines as many as there may be, without a last one that counts the rows that are left out
 */
export function reportRowLines(
  operation: Operation,
  evidence: Evidence,
  overall: readonly Reason[],
  maxLines: number,
): string[] {
  const { rows } = evidence;
  const entries = rows.slice(0, SHOWN_ROWS).map((each) => entryOf(operation, evidence, overall, each));
  const left = (entries[0]?.cells ?? [])
    .map((_, column) => Math.max(...entries.map(({ cells }) => cells[column]?.length ?? 0)) + GAP)
    .reduce((sum, width) => sum + width, INDENT.length);
  const placed = entries.map((entry) => ({ ...entry, ...placesOf(entry, WIDTH - left) }));
  // What stands beside its row is aligned, also where characters are two columns wide.
  const rowLines = plainTable(
    [],
    placed.map(({ cells, beside }) => [...cells, beside]),
  );
  const lines: string[] = [];
  let shown = 0;
  for (const [index, { below }] of placed.entries()) {
    const entry = [`${INDENT}${rowLines[index]}`, ...below.map((line) => `${DEEPER}${line}`)];
    if (shown > 0 && lines.length + entry.length > maxLines) break;
    lines.push(...entry);
    shown += 1;
  }
  return rows.length > shown ? [...lines, `${INDENT}... and ${rows.length - shown} older`] : lines;
}

/** What stands beside a row, where there is so much room, and what below it. */
function placesOf(
  { clause, facts }: Entry,
  room: number,
): { readonly beside: string; readonly below: readonly string[] } {
  const whole = facts === "" ? clause : `${clause}: ${facts}`;
  if (whole.length <= room) return { beside: whole, below: [] };
  const wrap = (text: string) => wrapWords(text, WIDTH - DEEPER.length);
  if (clause === USABLE) return { beside: clause, below: [] };
  return clause.length <= room ? { beside: clause, below: wrap(facts) } : { beside: "", below: wrap(whole) };
}

function entryOf(
  operation: Operation,
  { good }: Evidence,
  overall: readonly Reason[],
  { row, reasons: [reason], restsOn }: JudgedRow,
): Entry {
  const { cause, goodRowDetails = [] } = operation.report;
  const cells = cellsOf(operation, row);
  if (reason !== undefined) {
    const why = cause === undefined ? undefined : row.record[cause];
    const clause = typeof why === "string" ? `${reason.message} (${why})` : reason.message;
    return { cells, clause: redactToShortLine(clause, MAX_CLAUSE_LENGTH), facts: "" };
  }
  // What is about the answer as a whole is about the row that would be the answer.
  const against = overall.filter(({ rowId }) => (rowId === undefined ? row === good[0] : rowId === row.id));
  const rules = [...new Set(against.map(({ rule }) => rule))].join(", ");
  const facts = [
    ...goodRowDetails.flatMap((name) => factOf(row, name) ?? []),
    ...(rules === "" || restsOn === undefined ? [] : [restsOn]),
  ];
  return {
    cells,
    clause: rules === "" ? USABLE : `${USABLE}, but refused by ${rules}`,
    facts: redactToShortLine(facts.join(", "), MAX_CLAUSE_LENGTH),
  };
}

function cellsOf({ report }: Operation, { id, orderTime, record }: Row): string[] {
  const at = orderTime === undefined ? "-" : formatTime(orderTime.at);
  return [
    redactToShortLine(id, MAX_CELL_LENGTH),
    at,
    ...report.columns.map((column) => redactToShortLine(String(record[column] ?? "-"), MAX_CELL_LENGTH)),
  ];
}

/** Numbers among the details are sizes in bytes. */
function factOf({ record }: Row, name: string): string | undefined {
  const value = record[name];
  if (typeof value === "number") return describeSize(value);
  return typeof value === "string" ? value : undefined;
}
