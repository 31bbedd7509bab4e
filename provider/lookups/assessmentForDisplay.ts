import type { Operation } from "../core/operation.ts";
import { outputRecord } from "../core/outputRecord.ts";
import { show } from "../core/show.ts";
import type { Assessment } from "./evaluate.ts";

const MAX_REASON = 400;

/** An assessment as it leaves: all is judged by now, and what the service wrote in reasons and row is made fit to be seen. */
export function assessmentForDisplay(operation: Operation, assessment: Assessment): Assessment {
  const { reasons, best } = assessment;
  return {
    ...assessment,
    reasons: reasons.map((reason) => ({ ...reason, message: show(reason.message, MAX_REASON) })),
    best: best && { id: best.id, orderTime: best.orderTime, newRecord: () => outputRecord(operation, best) },
  };
}
