import pLimit from "p-limit";
import type { Operation } from "../core/operation.ts";
import type { Reason } from "../core/reason.ts";
import type { Assessment } from "./evaluateOneSubject.ts";
import { headlineOfMany } from "./headlineOfMany.ts";
import { verdictOf } from "./verdict.ts";

const AT_ONCE = 5;
const WHOLE = 3;
const HEADLINES = 10;

/** One assessment of many instances: as bad as the worst of them, with the report of each that does not pass. */
export async function evaluateMany(
  operation: Operation,
  ids: readonly [string, ...string[]],
  evaluateOne: (id: string) => Promise<Assessment>,
): Promise<Assessment> {
  // How many requests the service takes is not documented; and what has not begun yet loses nothing by waiting.
  const inTurn = pLimit(AT_ONCE);
  const assessments = await Promise.all(ids.map((id) => inTurn(() => evaluateOne(id))));
  const refused = assessments.flatMap((assessment, index) =>
    assessment.verdict === "pass" ? [] : [{ id: ids[index] ?? "", assessment }],
  );
  const reasons: Reason[] = assessments.flatMap((assessment, index) =>
    assessment.reasons.map((reason) => ({ ...reason, message: `${ids[index]}: ${reason.message}` })),
  );
  const newWithoutRow = ids.filter((_, index) => assessments[index]?.verdict === "pass" && !assessments[index]?.best);
  return {
    verdict: verdictOf(reasons),
    reasons,
    report: [
      headlineOfMany(operation, ids, {
        refused: idsOf(refused.filter(({ assessment }) => assessment.verdict !== "unknown")),
        unknown: idsOf(refused.filter(({ assessment }) => assessment.verdict === "unknown")),
        newWithoutRow,
      }),
      ...(reasons.every(({ verdict }) => verdict === "pass")
        ? notesOf(ids, assessments)
        : reportsOf(refused.map(({ assessment }) => assessment.report))),
    ].join("\n"),
    best: undefined,
    withGoodRow: assessments.flatMap(({ withGoodRow }) => withGoodRow),
    rows: assessments.flatMap(({ rows }) => rows),
    region: assessments[0]?.region,
    regionOrUrl: assessments[0]?.regionOrUrl,
    now: Math.max(...assessments.map(({ now }) => now)),
  };
}

function idsOf(all: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(all.map(({ id }) => id));
}

/** The lines beside each pass, with the instance that each is about. */
function notesOf(ids: readonly string[], assessments: readonly Assessment[]): string[] {
  const notes = assessments.flatMap(({ notes = [] }, index) => notes.map((note) => `  ${ids[index]}: ${note}`));
  const left = notes.length - HEADLINES;
  return [...notes.slice(0, HEADLINES), ...(left > 0 ? [`  ... and ${left} more`] : [])];
}

/** A few reports whole, of some more the first line; whoever wants all of them has the reasons. */
function reportsOf(reports: readonly string[]): string[] {
  const headlines = reports.slice(WHOLE, WHOLE + HEADLINES).map((report) => report.split("\n")[0] ?? "");
  const left = reports.length - WHOLE - HEADLINES;
  return [...reports.slice(0, WHOLE), ...headlines, ...(left > 0 ? [`... and ${left} more`] : [])];
}
