import type { JsonObject } from "../core/json.ts";
import type { WaitFailure } from "./waitEnd.ts";

/** What came of a gate. `record` is undefined in a preview whose answer `up` would not record: only `up` will tell. */
export type GateOutcome =
  | { readonly kind: "passed"; readonly report: string; readonly record: JsonObject | undefined }
  /** No request was sent. */
  | { readonly kind: "off"; readonly record: JsonObject | undefined }
  /** Not a pass, and goes on all the same. */
  | { readonly kind: "warned"; readonly report: string; readonly record: JsonObject | undefined }
  /** Not a pass, and goes on because of an override: the report tells its reason. */
  | { readonly kind: "overridden"; readonly report: string; readonly record: JsonObject | undefined }
  /** A preview goes on, because only `up` will tell: an input is unknown until then, or `up` would wait. */
  | { readonly kind: "deferred"; readonly report: string }
  /** `waitEnd`: only where the gate has waited. */
  | { readonly kind: "refused"; readonly report: string; readonly waitEnd?: WaitFailure };
