import type { JsonObject } from "../core/json.ts";

/** The inputs of a gate. What is unknown is part of them: a condition without a value must not be left out. */
export interface GateInputs {
  readonly values: JsonObject;
  /** Inputs that have no value yet, wholly or in part. */
  readonly unknown: ReadonlySet<string>;
}
