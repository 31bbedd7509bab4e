import type { JudgedRow } from "../core/evidence.ts";
import type { JudgeRows, Operation } from "../core/operation.ts";
import { findById } from "./findById.ts";
import type { Lookup } from "./runLookup.ts";
import { readAndJudge, searchReaches } from "./searchNewest.ts";
import type { RowsWithPlace } from "./session.ts";
import { type Target, targetWithValue } from "./target.ts";

/** The row that is meant, and by what it is judged. */
export interface RowQuestion {
  /** Whose row. */
  readonly target: Target;
  readonly id: string;
  readonly judge: JudgeRows;
}

/** The row, judged, or none, and what answered. */
type JudgedById = Omit<RowsWithPlace, "rows"> & { readonly judged: JudgedRow | undefined };

const FIRST_REACH = 3 * 86_400_000;

/** Reads the row with this ID alone, and more only where it rests on older ones: then all since the oldest of them. */
export async function judgeById(
  lookup: Lookup,
  operation: Operation,
  { target, id, judge }: RowQuestion,
): Promise<JudgedById> {
  const { row, ...source } = await findById(lookup, operation, targetWithValue(target, operation.identity.field, id));
  if (row === undefined) return { ...source, judged: undefined };
  const alone = judge([row], { now: source.now, isWhole: false });
  const [judged] = alone.rows;
  if (!alone.needOlder.has(row)) return { ...source, judged };
  const { retentionMs = 0 } = operation.times.window ?? {};
  const windowEnd = lookup.client.serviceTime();
  const age = windowEnd - (row.orderTime?.at ?? windowEnd);
  for (const reachMs of searchReaches(Math.max(age, 0) + FIRST_REACH, retentionMs)) {
    const reading = await readAndJudge(lookup, operation, { target, judge }, { windowEnd, reachMs });
    const { rows, ...answer } = reading.evidence;
    // It may have gone meanwhile.
    const again = rows.find((each) => each.row.id === id);
    if (again === undefined || !reading.needOlder.has(again.row)) return { ...answer, judged: again };
  }
  throw new Error(`${operation.api.action}: nothing was read as far back as the service remembers.`);
}
