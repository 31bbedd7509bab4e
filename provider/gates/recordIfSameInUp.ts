import type { JsonObject } from "../core/json.ts";
import type { GatePolicy } from "./policyFor.ts";

/** The record, where `up` records the same for the same answer; else undefined: only `up` will tell. */
export function recordIfSameInUp({ verdictsSameInUp }: GatePolicy, record: JsonObject): JsonObject | undefined {
  return verdictsSameInUp === "all" || (verdictsSameInUp === "pass" && record.verdict === "pass") ? record : undefined;
}
