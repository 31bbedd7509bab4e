import { describeNewerUnclearRow } from "../core/describeNewerUnclearRow.ts";
import { CallError, type CallErrorDetails } from "../core/errors/CallError.ts";
import { ReplyError } from "../core/errors/ReplyError.ts";
import type { Evidence, JudgedRow } from "../core/evidence.ts";
import { needsOnlyArgument } from "../core/isUnclear.ts";
import type { Operation } from "../core/operation.ts";
import { possiblyNewerUnclearRows } from "../core/possiblyNewerUnclearRows.ts";
import type { Reason } from "../core/reason.ts";
import { unknownReason } from "../core/reason.ts";
import { renderReport, subjectIdsWithRegion } from "../core/report.ts";
import type { Row } from "../core/row.ts";
import { gatherEvidence } from "./gatherEvidence.ts";
import type { LookupQuery } from "./lookupQuery.ts";
import { runLookup } from "./runLookup.ts";
import type { Session } from "./session.ts";
import type { Verdict } from "./verdict.ts";
import { verdictOf } from "./verdict.ts";

/** The answer to "is it good enough?", with everything that speaks against it. */
export interface Assessment {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly report: string;
  /** Sentences beside a pass; the report has them, too. */
  readonly notes?: readonly string[];
  /** The newest good row, whatever the verdict. */
  readonly best: Pick<Row, "id" | "orderTime" | "newRecord"> | undefined;
  /** The instances of which there is a good row. */
  readonly withGoodRow: readonly string[];
  readonly rows: readonly JudgedRow[];
  readonly region: string | undefined;
  /** What answered: see `Endpoint.regionOrUrl`. Undefined when nothing did. */
  readonly regionOrUrl: string | undefined;
  readonly now: number;
}

const MAX_NOTES = 3;

/** Faults that no later look can cure without a change by the user. */
const TERMINAL_KINDS = new Set(["credentials", "permission", "request", "clock"]);
const NO_WHOLE_ANSWER: CallErrorDetails = { kind: "protocol" };
/** An instance that was made a moment ago is known by then. */
const ABSENCE_PATIENCE_MS = 120_000;

/**
 * Asks the service and judges the answer. Never throws for "no"; a service that cannot be asked or understood is the
 * verdict `unknown`. What is wrong with the arguments is thrown as InputError.
 */
export async function evaluateOneSubject(
  session: Session,
  operation: Operation,
  query: LookupQuery,
): Promise<Assessment> {
  try {
    const evidence = await runLookup(session, (lookup) => gatherEvidence(lookup, operation, query));
    const reasons = reasonsFor(query, evidence);
    const { region, regionOrUrl, now } = evidence;
    const best = bestOf(evidence, query.id);
    const bestFirst = {
      ...evidence,
      good: best ? [best, ...evidence.good.filter((row) => row !== best)] : evidence.good,
    };
    const report = renderReport(
      { operation, name: subjectIdsWithRegion(operation, query.target.values, region) },
      bestFirst,
      reasons,
    );
    const notes = reasons.length === 0 ? notesOf(operation, evidence, query.id) : [];
    return {
      verdict: verdictOf(reasons),
      reasons,
      report: [report, ...notes.map((note) => `  ${note}`)].join("\n"),
      notes,
      best,
      withGoodRow: best ? [query.target.values[operation.question.subject[0]]].flatMap((id) => id ?? []) : [],
      rows: evidence.rows,
      region,
      regionOrUrl,
      now,
    };
  } catch (error) {
    if (!(error instanceof CallError || error instanceof ReplyError)) throw error;
    const { kind, mayPassLater = false } = error instanceof CallError ? error.details : NO_WHOLE_ANSWER;
    const [headline = "no answer"] = error.message.split("\n");
    const reason = {
      ...unknownReason("service", headline),
      terminal: TERMINAL_KINDS.has(kind) && !mayPassLater,
      ...(kind === "notFound" && { patienceMs: ABSENCE_PATIENCE_MS }),
    };
    return {
      verdict: "unknown",
      reasons: [reason],
      report: `The state of ${operation.entity.labels} is unknown: ${error.message}`,
      best: undefined,
      withGoodRow: [],
      rows: [],
      region: undefined,
      regionOrUrl: undefined,
      now: session.client.serviceTime(),
    };
  }
}

/** Of a pinned row nothing will ever be told that only an argument can settle: no other row may take its place. */
function reasonsFor({ rules, search }: LookupQuery, evidence: Evidence): readonly Reason[] {
  const reasons = rules.assess(evidence);
  if (search.pin === undefined || !evidence.rows.some(needsOnlyArgument)) return reasons;
  return reasons.map((reason) => ({ ...reason, terminal: true }));
}

/** The row that the verdict is about: the one that is named, else the newest good one. */
function bestOf({ good }: Evidence, id: string | undefined): Row | undefined {
  return id === undefined ? good[0] : good.find((row) => row.id === id);
}

/** Why newer rows do not count. What is newer than a row that is named by its ID never counts. */
function notesOf(operation: Operation, evidence: Evidence, id: string | undefined): readonly string[] {
  const best = bestOf(evidence, id);
  if (best === undefined || id !== undefined) return [];
  return possiblyNewerUnclearRows(evidence, best)
    .slice(0, MAX_NOTES)
    .map((row) => describeNewerUnclearRow(row, operation.entity));
}
