import type { JsonObject } from "../../provider/core/json.ts";
import type { Operation } from "../../provider/core/operation.ts";
import { readWireTime } from "./wireTime.ts";

/** When the thing in a row began and ended. */
export interface RowStartAndEnd {
  readonly start: number | undefined;
  readonly end: number | undefined;
}

/**
 * By the names that Alibaba gives such fields: of a declared operation the first `…Start…` or `…Create…` and the
 * first `…End…` or `…Finish…`. What only began has no end yet.
 */
export function rowTimes(operation: Operation, row: JsonObject): RowStartAndEnd {
  const wires = Object.values(operation.fields).map(({ wire }) => wire);
  const read = (name: RegExp) => readWireTime(row[wires.find((wire) => name.test(wire)) ?? ""]);
  return { start: read(/Start|Create/), end: read(/End(?!ed)|Finish/) };
}
