import type { JsonObject } from "../core/json.ts";

/** What a gate is asked with. What is unknown is part of it: a condition without a value must not be left out. */
export interface Inputs {
  readonly values: JsonObject;
  /** Inputs that have no value yet, wholly or in part. */
  readonly unknown: ReadonlySet<string>;
}
