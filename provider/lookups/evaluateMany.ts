import type { JsonObject } from "../core/json.ts";
import type { Objection } from "../core/objection.ts";
import { unknown } from "../core/objection.ts";
import type { Operation } from "../core/operation.ts";
import type { Assessment } from "./evaluate.ts";
import { rollUp } from "./rollUp.ts";

const AT_ONCE = 5;
const NAMED = 5;
const WHOLE = 3;
const HEADLINES = 10;

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
  // An empty list must not pass. Unreachable: the arguments are validated first. To wait for more of them is no use.
  if (ids.length === 0) {
    reasons.push({ ...unknown("subject", `there is nobody to ask about ${names.labels}`), terminal: true });
  }
  return {
    verdict: rollUp(reasons),
    reasons,
    report:
      reasons.length === 0
        ? `All of ${ids.length} have a good ${names.label}.`
        : [
            `${refused.length} of ${ids.length} have no good ${names.label}: ${listOf(refused.map(({ id }) => id))}.`,
            ...reportsOf(refused.map(({ assessment }) => assessment.report)),
          ].join("\n"),
    best: undefined,
    rows: assessments.flatMap(({ rows }) => rows),
    region: assessments[0]?.region,
    place: assessments[0]?.place,
    now: Math.max(...assessments.map(({ now }) => now)),
  };
}

/** The first line stands in the engine's row of the resource, where there is not much room. */
function listOf(ids: readonly string[]): string {
  return ids.length <= NAMED ? ids.join(", ") : `${ids.slice(0, NAMED).join(", ")} and ${ids.length - NAMED} more`;
}

/** A few reports whole, of some more the first line; whoever wants all of them has the reasons. */
function reportsOf(reports: readonly string[]): string[] {
  const headlines = reports.slice(WHOLE, WHOLE + HEADLINES).map((report) => report.split("\n")[0] ?? "");
  const left = reports.length - WHOLE - HEADLINES;
  return [...reports.slice(0, WHOLE), ...headlines, ...(left > 0 ? [`... and ${left} more`] : [])];
}

/** A few at a time, in order: how many requests the service takes is not documented. */
async function inTurns<T>(ids: readonly string[], work: (id: string) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    results.push(...(await Promise.all(ids.slice(from, from + AT_ONCE).map(work))));
  }
  return results;
}
