import type { Json, JsonObject } from "./json.ts";

/** When something happened, and which field says so. */
export interface OrderTime {
  readonly at: number;
  readonly source: string;
}

/** One decoded row of a reply. */
export interface Row {
  readonly id: string;
  /** What never changes of the row and tells it from every other one: the ID, and what else the operation needs. */
  readonly identity: string;
  /** As the service sent it: this is judged and compared, and leaves only through `redactedOutputRecord`. Holds no links. */
  readonly record: JsonObject;
  /** The same record, in an object that the caller may change. */
  readonly newRecord: () => Record<string, Json>;
  /** A value of the record, without making one. */
  readonly value: (field: string) => Json | undefined;
  /** The secret fields: only the link functions look here. */
  readonly links: JsonObject;
  /** Fields that were sent but could not be read: absent from the record, and counted against the row. */
  readonly unreadable: ReadonlySet<string>;
  /** What the row is ordered and aged by. */
  readonly orderTime: OrderTime | undefined;
  readonly endTime: number | undefined;
  /** When it last is known to have changed: its end, else its beginning. Undefined when either cannot be read. */
  readonly lastChangeTime: number | undefined;
}

/** Newest first; equal times by end time, then by numeric ID. A row without a time comes last. */
export function compareNewestFirst(a: Row, b: Row): number {
  return (
    descending(a.orderTime?.at, b.orderTime?.at) ||
    descending(a.endTime, b.endTime) ||
    b.id.localeCompare(a.id, "en", { numeric: true })
  );
}

function descending(a = Number.MIN_SAFE_INTEGER, b = Number.MIN_SAFE_INTEGER): number {
  return b - a;
}
