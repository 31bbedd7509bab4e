import type { JsonObject } from "../core/json.ts";
import type { Objection } from "../core/objection.ts";
import type { Operation } from "../core/operation.ts";
import type { Assessment } from "./evaluate.ts";
import { rollUp } from "./rollUp.ts";

const AT_ONCE = 5;

/** One assessment of many instances: as bad as the worst of them, with the report of each that does not pass. */
export async function evaluateMany(
  { names, subject }: Operation,
  ids: readonly string[],
  evaluateOne: (only: JsonObject) => Promise<Assessment>,
): Promise<Assessment> {
  const assessments = await inTurns(ids, (id) => evaluateOne({ [subject[0]]: id }));
  const refused = assessments.flatMap((assessment, index) =>
    assessment.verdict === "pass" ? [] : [{ id: ids[index] ?? "", assessment }],
  );
  const reasons: Objection[] = refused.flatMap(({ id, assessment }) =>
    assessment.reasons.map((reason) => ({ ...reason, message: `${id}: ${reason.message}` })),
  );
  const first = `${refused.length} of ${ids.length} have no good ${names.label}: ${refused.map(({ id }) => id).join(", ")}.`;
  return {
    verdict: rollUp(reasons),
    reasons,
    report:
      refused.length === 0
        ? `All of ${ids.length} have a good ${names.label}.`
        : [first, ...refused.map(({ assessment }) => assessment.report)].join("\n"),
    best: undefined,
    rows: assessments.flatMap(({ rows }) => rows),
    region: assessments[0]?.region,
    now: Math.max(...assessments.map(({ now }) => now)),
  };
}

/** A few at a time, in order: how many requests the service takes is not documented. */
async function inTurns<T>(ids: readonly string[], work: (id: string) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    results.push(...(await Promise.all(ids.slice(from, from + AT_ONCE).map(work))));
  }
  return results;
}
