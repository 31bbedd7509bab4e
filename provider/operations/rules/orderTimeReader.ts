import type { OrderTime } from "../../core/row.ts";
import { parseFormattedTime } from "../../core/time.ts";

/** Orders and ages rows by the time in this field. */
export function orderTimeReader<Name extends string>(field: Name) {
  return (values: Readonly<Partial<Record<Name, string | undefined>>>): OrderTime | undefined => {
    const time = values[field];
    return time === undefined ? undefined : { at: parseFormattedTime(time), source: field };
  };
}
