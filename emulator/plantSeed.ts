import type { RecordStore } from "./records/RecordStore.ts";
import { shiftRecord } from "./records/shiftTimes.ts";
import type { Seed } from "./seed.ts";

/** Adds a seed's records with their times moved, so that what was fresh when it was written is fresh now. */
export function plantSeed(store: RecordStore, { subject, region, asOf, records }: Seed, now: number): void {
  const by = now - Date.parse(asOf);
  store.addSubject(subject, region);
  store.add(records.map((record) => ({ ...shiftRecord(record, by), subject })));
}
