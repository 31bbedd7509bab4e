import type { EntityNames } from "./entity.ts";
import type { JudgedRow } from "./evidence.ts";
import { redactToShortLine } from "./redactToShortLine.ts";

const MAX_LINE = 300;

/** Why a row that may be newer than the answer, and may be good, is not the answer. */
export function describeNewerUnclearRow({ row, reasons }: JudgedRow, { label }: EntityNames): string {
  const subject =
    row.orderTime === undefined ? `The ${label} ${row.id}, which may be newer,` : `The newer ${label} ${row.id}`;
  const why = reasons.map(({ message }) => message).join("; ");
  return `${redactToShortLine(`${subject} does not count: ${why}`, MAX_LINE)}.`;
}
