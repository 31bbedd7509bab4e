import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";

const NO_PHASE =
  "a dynamic gate is not told whether it runs in a preview, and records anew: leave this out, or use the gate of the plugin";

/** Controls that a dynamic gate does not have, and why. */
export const unsupportedGateControls: ReadonlyMap<string, string> = new Map([
  ["previewEnforcement", NO_PHASE],
  ["track", NO_PHASE],
  [
    "waitFor",
    "Pulumi does not pass Ctrl-C on to dynamic resources, so a dynamic gate that waits could not be cancelled: leave this out and deploy again later, or use the gate of the plugin",
  ],
]);

/** What a dynamic gate cannot do is refused, not ignored. @throws InputError naming each of these controls. */
export function refuseUnsupportedControls(values: JsonObject): void {
  const failures = [...unsupportedGateControls].flatMap(([property, reason]) =>
    values[property] === undefined ? [] : [{ property, reason }],
  );
  if (failures.length > 0) throw new InputError(failures);
}

/** Version 0.1.0 took `waitFor`: to take it out of a gate that has passed is no reason to evaluate it again. */
export function withoutUnsupportedControls(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !unsupportedGateControls.has(name)));
}
