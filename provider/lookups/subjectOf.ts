import type { JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";

/** What says whose rows are asked for. Criteria may share a name with a filter; they judge rows and must not hide any. */
export function subjectOf(operation: Operation, given: JsonObject): JsonObject {
  const asked = [...operation.question.subject, operation.identity.field, "region"];
  return Object.fromEntries(Object.entries(given).filter(([name]) => asked.includes(name)));
}
