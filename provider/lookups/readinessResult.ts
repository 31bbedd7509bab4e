import type { Json, JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import { formatTime } from "../core/time.ts";
import type { Assessment } from "./evaluateOneSubject.ts";

/** An assessment as `getBackupReadiness` and the command `check backup` return it. */
export function readinessResult({ entity, identity }: Operation, assessment: Assessment): JsonObject {
  const { verdict, reasons, report, best, region, now } = assessment;
  const record: Record<string, Json> = {};
  if (best && region) {
    record[identity.field] = best.id;
    record[entity.singleProperty] = { ...best.newRecord(), region };
    if (best.orderTime) record.ageSeconds = Math.round((now - best.orderTime.at) / 1000);
  }
  return {
    evaluated: true,
    verdict,
    reasons: reasons.map(({ rule, message, terminal }) => ({ rule, message, terminal })),
    report,
    ...record,
    evaluatedAt: formatTime(now),
  };
}
