import type { Operation } from "../../provider/core/operation.ts";

/** The RAM actions that a function or gate of this name needs. Gates ask for the verdict. */
export function permissionsOf({ operation, name }: { operation: Operation; name: string }): readonly string[] {
  const { permission, extraVerdictPermissions = [] } = operation.api;
  return /(Readiness|Gate)$/.test(name) ? [permission, ...extraVerdictPermissions] : [permission];
}
