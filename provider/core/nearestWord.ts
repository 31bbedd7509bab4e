import { closest, distance } from "fastest-levenshtein";

/** The nearest of the known words, when it is near enough to be what was meant. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  if (word === "" || word.length > 100 || known.length === 0) return undefined;
  const folded = new Map(known.map((name) => [name.toLowerCase(), name]));
  const nearest = closest(word.toLowerCase(), [...folded.keys()]);
  return distance(word.toLowerCase(), nearest) <= Math.max(2, word.length / 3) ? folded.get(nearest) : undefined;
}
