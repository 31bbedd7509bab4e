import fc from "fast-check";
import { MINUTE } from "../rules/times.ts";
import type { World } from "../scenario.ts";
import type { Change } from "../service/history.ts";
import type { Modes } from "../service/modes.ts";
import { type Outage, troubles } from "../service/trouble.ts";

/** A service that counts right. */
export const modes: fc.Arbitrary<Modes> = fc.record<Modes>({
  order: fc.constantFrom("newest", "oldest", "byId", "shuffled"),
  rangeOf: fc.constantFrom("start", "end"),
  appliesFilters: fc.boolean(),
  pageCap: fc.constantFrom(1000, 1, 2, 3, 30),
  beyondEnd: fc.constantFrom("empty", "absent", "clamp", "refuse"),
  counters: fc.constantFrom("number", "text"),
  list: fc.constantFrom("wrapper", "single", "bareObject", "bareArray"),
  empty: fc.constantFrom("wrapper", "array", "text", "object"),
  clockAhead: fc.constantFrom(0, undefined, 2 * MINUTE, -10 * MINUTE, 10 * MINUTE, -180 * MINUTE),
  totalOff: fc.constant(0),
});

/** The most time that outages take together. */
export const LONGEST_TROUBLE = 20_000;

/** At most three, so that waiting for their ends is not longer than they are. */
const outages: fc.Arbitrary<readonly Outage[]> = fc
  .array(
    fc.record({
      atRequest: fc.nat({ max: 6 }),
      lastsMs: fc.constantFrom(0, 0, 300, 2000, 6500, 12_000, 19_000),
      trouble: fc.constantFrom(...troubles),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map(withinTime);

function withinTime(all: readonly Outage[]): readonly Outage[] {
  let left = LONGEST_TROUBLE;
  return all.map((outage) => {
    const lastsMs = Math.min(outage.lastsMs, left);
    left -= lastsMs;
    return { ...outage, lastsMs };
  });
}

const around = { latencies: fc.array(fc.constantFrom(40, 1, 90, 400), { maxLength: 5 }), seed: fc.nat({ max: 9999 }) };

/** Nothing goes wrong. */
export const quietWorld: fc.Arbitrary<World> = fc.record({ modes, outages: fc.constant([]), ...around });

/** Requests fail, for 20 seconds at most. */
export const troubledWorld: fc.Arbitrary<World> = fc.record({ modes, outages, ...around });

/**
 * Counts that are wrong. One that is too low shows only where a page is as long as one of the documented sizes, so that
 * it is followed by another.
 */
export const lyingWorld: fc.Arbitrary<World> = fc.record({
  modes: fc.tuple(modes, fc.constantFrom(-3, -1, 1, 3)).map(([honest, totalOff]) => ({
    ...honest,
    totalOff,
    pageCap: totalOff < 0 ? Math.max(honest.pageCap, 30) : honest.pageCap,
  })),
  outages: fc.constant([]),
  ...around,
});

/** What happens to a list while it is read. */
export function changesOf<Row>(
  row: fc.Arbitrary<Row>,
  edit: fc.Arbitrary<Partial<Row>>,
): fc.Arbitrary<readonly Change<Row>[]> {
  const beforeReply = fc.nat({ max: 6 });
  const place = fc.nat({ max: 8 });
  const enter = fc.record({ beforeReply, kind: fc.constant("enter" as const), row });
  const others = fc.oneof(
    fc.record({ beforeReply, kind: fc.constant("leave" as const), place }),
    fc.record({ beforeReply, kind: fc.constant("edit" as const), place, edit }),
  );
  // One enters at most: two would have one identity.
  const anything = fc
    .tuple(fc.array(enter, { maxLength: 1 }), fc.array(others, { maxLength: 3 }))
    .map(([entering, rest]) => [...entering, ...rest]);
  // What only seems to be whole: one row makes room for another, and the count is what it was.
  const replacement = fc
    .tuple(fc.nat({ max: 3 }), fc.nat({ max: 2 }), place, row)
    .map(([beforeReply, later, leaving, entering]): readonly Change<Row>[] => [
      { beforeReply, kind: "leave", place: leaving },
      { beforeReply: beforeReply + later, kind: "enter", row: entering },
    ]);
  return fc.oneof(anything, replacement);
}
