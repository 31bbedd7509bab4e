import type { JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";

/** Whose rows a request is about, and which of them. */
export interface Target {
  /** Undefined: the provider's own. */
  readonly region: string | undefined;
  /** Request parameters by their names in Pulumi: instance or plan, an ID, filters. */
  readonly values: Readonly<Record<string, string>>;
  readonly pageSize?: number | undefined;
}

/**
 * The rows that every function but the list is about: those of a subject, or the one with an ID. Criteria may share a
 * name with a filter; they judge rows and must not hide any.
 */
export function readSubjectTarget(operation: Operation, args: JsonObject): Target {
  return pickTarget(args, [...operation.question.subject, operation.identity.field]);
}

/** What a list is about: whatever the operation can filter by, but for the time. */
export function readListTarget({ parameters, times: { window } }: Operation, args: JsonObject): Target {
  const names = Object.keys(parameters).filter((name) => name !== window?.start && name !== window?.end);
  const { pageSize } = args;
  return { ...pickTarget(args, names), pageSize: typeof pageSize === "number" ? pageSize : undefined };
}

export function targetWithValue(target: Target, name: string, value: string): Target {
  return { ...target, values: { ...target.values, [name]: value } };
}

function pickTarget(args: JsonObject, names: readonly string[]): Target {
  const { region } = args;
  const values: Record<string, string> = {};
  for (const name of names) {
    const value = args[name];
    if (typeof value === "string") values[name] = value;
  }
  return { region: typeof region === "string" ? region : undefined, values };
}
