import { closest, distance } from "fastest-levenshtein";

/** The nearest of the known words, when it is near enough to be what was meant. */
export function suggest(given: string, known: readonly string[]): string | undefined {
  if (given === "" || given.length > 100 || known.length === 0) return undefined;
  const folded = new Map(known.map((word) => [word.toLowerCase(), word]));
  const nearest = closest(given.toLowerCase(), [...folded.keys()]);
  return distance(given.toLowerCase(), nearest) <= Math.max(2, given.length / 3) ? folded.get(nearest) : undefined;
}
