import type { JsonObject } from "../../core/json.ts";
import type { Verdict } from "../rollUp.ts";
import type { Enforcement } from "./decide.ts";

interface Preview {
  /** The one that counts in `up`. */
  readonly enforcement: Enforcement;
  readonly previewEnforcement: Enforcement;
  /** Undefined where this preview asks nothing. */
  readonly verdict: Verdict | undefined;
}

/**
 * What a preview shows: exactly what `up` would record if the service answered the same, else undefined. Under `off`
 * that is `off`, whatever the preview found; under `deny` a refusal or a wait leaves nothing to record yet.
 */
export function previewOutputs(
  { enforcement, previewEnforcement, verdict }: Preview,
  record: JsonObject,
): JsonObject | undefined {
  if (enforcement === "off") return previewEnforcement === "off" ? { verdict: "off" } : undefined;
  if (verdict === undefined || (enforcement === "deny" && verdict !== "pass")) return undefined;
  return record;
}
