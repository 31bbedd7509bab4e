import { families } from "../../test/model/families.ts";

export type FamilyName = keyof typeof families;

/** So many scenarios of one family, from one seed. */
export interface Chunk {
  readonly family: FamilyName;
  readonly runs: number;
  readonly seed: number;
}

/** What each family has of a hundred scenarios. */
const shares: Readonly<Record<FamilyName, number>> = {
  "a service in order": 30,
  "a list that changes while it is read": 20,
  "requests that fail for 20 seconds": 25,
  "requests that fail while a list changes": 20,
  "counts that are wrong": 5,
};

const LARGEST = 500;

/** All scenarios, in chunks of a few hundred: each has a seed of its own. */
export function chunksOf(schedules: number, seed: number): readonly Chunk[] {
  const names = Object.keys(families).filter((name): name is FamilyName => name in shares);
  const counts = names.map((family) => ({ family, count: Math.floor((schedules * shares[family]) / 100) }));
  const rest = schedules - counts.reduce((sum, { count }) => sum + count, 0);
  const whole = counts.map(({ family, count }, index) => ({ family, count: index === 0 ? count + rest : count }));
  const chunks = whole.flatMap(({ family, count }) =>
    Array.from({ length: Math.ceil(count / LARGEST) }, (_, index) => ({
      family,
      runs: Math.min(LARGEST, count - index * LARGEST),
    })),
  );
  return chunks.map((chunk, index) => ({ ...chunk, seed: (seed + index * 7919) % 2 ** 31 }));
}
