import type { EmulatorRecord } from "./record.ts";

/** A record as it is so long after it was added: every step that is due has been taken and is forgotten. */
export function takeTimelineSteps(record: EmulatorRecord, msSinceAdded: number): EmulatorRecord {
  const { timeline = [] } = record;
  const due = timeline.filter(({ after }) => after <= msSinceAdded).sort((a, b) => a.after - b.after);
  if (due.length === 0) return record;
  return {
    ...record,
    row: Object.assign({}, record.row, ...due.map(({ set }) => set)),
    timeline: timeline.filter((step) => !due.includes(step)),
  };
}
