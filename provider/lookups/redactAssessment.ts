import type { Operation } from "../core/operation.ts";
import { redactedOutputRecord } from "../core/redactedOutputRecord.ts";
import { redactToShortLine } from "../core/redactToShortLine.ts";
import type { Assessment } from "./evaluateOneSubject.ts";

const MAX_REASON = 400;

/** An assessment as it leaves: all is judged by now, and what the service wrote in reasons and row is made fit to be seen. */
export function redactAssessment(operation: Operation, assessment: Assessment): Assessment {
  const { reasons, best } = assessment;
  return {
    ...assessment,
    reasons: reasons.map((reason) => ({ ...reason, message: redactToShortLine(reason.message, MAX_REASON) })),
    best: best && { id: best.id, orderTime: best.orderTime, newRecord: () => redactedOutputRecord(operation, best) },
  };
}
