import type { Operation } from "../core/operation.ts";

/** Whether a verdict over this operation can be a pass without any row: where it has that condition. */
export function hasNewInstancesCondition({ question }: Pick<Operation, "question">): boolean {
  return Object.hasOwn(question.conditions.shape, "newInstances");
}
