import type { RecordStore } from "./records/RecordStore.ts";
import { shiftTimes } from "./records/shiftTimes.ts";
import type { Seed } from "./seed.ts";

/** Adds a seed's records with their times moved, so that what was fresh when it was written is fresh now. */
export function plantSeed(store: RecordStore, { subject, asOf, records }: Seed, now: number): void {
  const by = now - Date.parse(asOf);
  store.addSubject(subject);
  store.add(records.map((record) => ({ ...record, subject, row: shiftTimes(record.row, by) })));
}
