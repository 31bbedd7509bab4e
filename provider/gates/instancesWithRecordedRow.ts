import type { JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import { pluralSubjectProperty } from "../lookups/arguments.ts";
import { hasNewInstancesCondition } from "../lookups/hasNewInstancesCondition.ts";

/** The output that holds them where the others do not tell. */
export const RECORDED_INSTANCES_OUTPUT = "recordedInstances";

/**
 * The instances of which a gate has ever recorded a row: none of them is new, even when the service knows nothing of it
 * any more. A pass without the list, which is what version 0.1.0 recorded, was by a row of each instance.
 *
 * @param properties inputs and outputs of the gate, as the state keeps them; undefined for one that is made now
 */
export function instancesWithRecordedRow(operation: Operation, properties: JsonObject | undefined): readonly string[] {
  if (properties === undefined || !hasNewInstancesCondition(operation)) return [];
  const { [RECORDED_INSTANCES_OUTPUT]: recorded, verdict } = properties;
  if (Array.isArray(recorded)) return recorded.map(String);
  if (verdict !== "pass") return [];
  const [subject] = operation.question.subject;
  const instances = [properties[subject], properties[pluralSubjectProperty(operation) ?? ""]].flat();
  return instances.filter((id) => typeof id === "string");
}
