import type { ChunkResult } from "./runSoak.ts";

/** The lines of a report; the last one counts what the promise of this package forbids. */
export function summarize(results: readonly ChunkResult[]): {
  readonly lines: readonly string[];
  readonly isClean: boolean;
} {
  const count = (kind: keyof ChunkResult["tally"]["flaws"]) =>
    results.reduce((sum, { tally }) => sum + (tally.flaws[kind] ?? 0), 0);
  const schedules = results.reduce((sum, { tally }) => sum + tally.scenarios, 0);
  const [others, crashes] = [count("otherAnswer"), count("crash")];
  const [falsePasses, partial, needless] = [count("falsePass"), count("partialAnswer"), count("needlessRefusal")];
  const first = new Map(
    results.flatMap(({ chunk, tally }) => (tally.report === undefined ? [] : [[chunk.family, tally.report] as const])),
  );
  const reports = [...first].flatMap(([family, report]) => [`In ${family}:`, report]);
  const more = others + crashes > 0 ? [`${others} other verdicts than the model's, ${crashes} crashes`] : [];
  return {
    lines: [
      ...reports,
      ...more,
      `${schedules} schedules, ${falsePasses} false passes, ${partial} partial answers, ${needless} needless refusals`,
    ],
    isClean: others + crashes + falsePasses + partial + needless === 0,
  };
}
