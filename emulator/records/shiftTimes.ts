import type { Json, JsonObject } from "../../provider/core/json.ts";
import { isJsonObject } from "../../provider/core/json.ts";
import type { EmulatorRecord } from "./record.ts";
import { shiftWireTime } from "./wireTime.ts";

const SECOND = 1000;
/** The keys under which a bare number is a time. Under other keys it may be a size. */
const TIME_KEY = /Time$|^Gmt/;

/** The same record at another time: also what will become of it. When that will be does not change. */
export function shiftRecord<R extends Pick<EmulatorRecord, "row" | "timeline">>(record: R, byMs: number): R {
  const timeline = record.timeline?.map((step) => ({ ...step, set: shiftTimes(step.set, byMs) }));
  return { ...record, row: shiftTimes(record.row, byMs), timeline };
}

/** The same row at another time: every time in it moves, also the expiry inside pre-signed links. */
export function shiftTimes(row: JsonObject, byMs: number): JsonObject {
  // Whole seconds, so that times written in different units stay apart by as much as before.
  return shiftObject(row, Math.round(byMs / SECOND) * SECOND);
}

function shiftObject(object: JsonObject, by: number): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, shift(key, value, by)]));
}

function shift(key: string, value: Json, by: number): Json {
  if (isJsonObject(value)) return shiftObject(value, by);
  if (Array.isArray(value)) return value.map((item: Json) => shift(key, item, by));
  if (TIME_KEY.test(key)) return shiftWireTime(value, by);
  return typeof value === "string" ? shiftExpiry(value, by) : value;
}

function shiftExpiry(link: string, by: number): string {
  return link.replace(/([?&]Expires=)(\d+)/g, (_, name: string, at: string) => `${name}${Number(at) + by / SECOND}`);
}
