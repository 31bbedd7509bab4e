import type { JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import { hasNewInstancesCondition } from "../lookups/hasNewInstancesCondition.ts";
import { instancesWithRecordedRow, RECORDED_INSTANCES_OUTPUT } from "./instancesWithRecordedRow.ts";

interface RecordHistory {
  /** Inputs and outputs of the gate before; undefined for one that is made now. */
  readonly properties: JsonObject | undefined;
  /** The inputs that the new record belongs to. */
  readonly values: JsonObject;
  /** The instances of which this evaluation saw a good row. */
  readonly withGoodRow: readonly string[];
}

/** The new record with the instances that it must not forget, unless it tells them already. */
export function addRecordedInstancesUnlessImplied(
  operation: Operation,
  record: JsonObject,
  { properties, values, withGoodRow }: RecordHistory,
): JsonObject {
  if (!hasNewInstancesCondition(operation)) return record;
  const withNewRecord = record.verdict === "pass" ? withGoodRow : [];
  const instances = sorted([...instancesWithRecordedRow(operation, properties), ...withNewRecord]);
  const implied = sorted(instancesWithRecordedRow(operation, { ...values, ...record }));
  const isImplied = JSON.stringify(instances) === JSON.stringify(implied);
  return isImplied ? record : { ...record, [RECORDED_INSTANCES_OUTPUT]: instances };
}

function sorted(instances: readonly string[]): string[] {
  return [...new Set(instances)].sort();
}
