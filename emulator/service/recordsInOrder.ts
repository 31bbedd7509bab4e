import { createHash } from "node:crypto";
import type { Modes } from "../modes.ts";
import type { StoredRecord } from "../records/RecordStore.ts";

/** Rows in the order in which the service sends them; the same for every page of a list. */
export function recordsInOrder(
  records: readonly StoredRecord[],
  order: Modes["order"],
  shuffleSeed: number,
): readonly StoredRecord[] {
  if (order === "shuffled") {
    return records
      .map((record) => ({ record, key: createHash("md5").update(`${shuffleSeed} ${record.id}`).digest("hex") }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ record }) => record);
  }
  const sign = order === "asc" ? 1 : -1;
  return [...records].sort((a, b) => sign * (startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1)));
}

function startOf({ times }: StoredRecord): number {
  return times.start ?? 0;
}
