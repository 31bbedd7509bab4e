import type { JudgedRow } from "./evidence.ts";
import type { EntityNames } from "./operation.ts";
import { show } from "./show.ts";

const MAX_LINE = 300;

/** Why a row that may be newer than the answer, and may be good, is not the answer. */
export function describeUnclear({ row, objections }: JudgedRow, { label }: EntityNames): string {
  const subject =
    row.dated === undefined ? `The ${label} ${row.id}, which may be newer,` : `The newer ${label} ${row.id}`;
  const reasons = objections.map(({ message }) => message).join("; ");
  return `${show(`${subject} does not count: ${reasons}`, MAX_LINE)}.`;
}
