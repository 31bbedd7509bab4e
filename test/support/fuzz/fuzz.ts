import { appendFileSync } from "node:fs";
import fc from "fast-check";

/** `npm run fuzz` sets how many; `npm test` has a small share, with a seed that never changes. */
const fullRuns = Number(process.env.FUZZ_RUNS ?? 0);
const seed = Number(process.env.FUZZ_SEED ?? 20_260_810);

/** What a run of a property came to; none of them is a crash. */
export type Ending = "answer" | "error";

/**
 * Runs a property: `share` times in `npm test`, as often as `npm run fuzz` says there. What throws fails the test, and
 * fast-check prints seed and path.
 */
export async function fuzz<Value>(
  subject: string,
  arbitrary: fc.Arbitrary<Value>,
  share: number,
  property: (value: Value) => Promise<Ending> | Ending,
): Promise<void> {
  const counts = { answer: 0, error: 0 };
  const numRuns = fullRuns || share;
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      counts[await property(value)]++;
    }),
    { numRuns, seed },
  );
  // Shrinking and replays do not count: there are none when all is well.
  const line = { subject, runs: counts.answer + counts.error, ...counts };
  if (process.env.FUZZ_COUNTS) appendFileSync(process.env.FUZZ_COUNTS, `${JSON.stringify(line)}\n`);
}
