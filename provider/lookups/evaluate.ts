import { ReplyError } from "../core/errors/ReplyError.ts";
import { ServiceError } from "../core/errors/ServiceError.ts";
import type { JudgedRow } from "../core/evidence.ts";
import type { JsonObject } from "../core/json.ts";
import type { Objection } from "../core/objection.ts";
import { unknown } from "../core/objection.ts";
import type { Operation } from "../core/operation.ts";
import { nameSubject, renderReport } from "../core/report.ts";
import type { Row } from "../core/row.ts";
import { searchNewest, USUAL_LOOKBACK } from "./searchNewest.ts";
import type { Session } from "./session.ts";

export type Verdict = "pass" | "fail" | "pending" | "unknown";

/** The answer to "is it good enough?", with everything that speaks against it. */
export interface Assessment {
  readonly verdict: Verdict;
  readonly reasons: readonly Objection[];
  readonly report: string;
  /** The newest good row, whatever the verdict. */
  readonly best: Row | undefined;
  readonly region: string | undefined;
  readonly now: number;
}

interface Depth {
  readonly lookback: number | undefined;
  readonly maxAge: number | undefined;
}

/** Faults that no later look can cure without a change by the user. */
const TERMINAL_KINDS = new Set(["credentials", "permission", "notFound", "request", "clock"]);

/**
 * Asks the service and judges the answer. Never throws for "no"; a service that cannot be asked or understood is the
 * verdict `unknown`. What is wrong with the arguments is thrown as InputError.
 */
export async function evaluate(
  session: Session,
  operation: Operation,
  given: JsonObject,
  search: Depth,
): Promise<Assessment> {
  try {
    const found = await searchNewest(session, operation, given, {
      needed: operation.goodRowsNeeded(given),
      lookback: depth(operation, given, search),
    });
    const evidence = { ...found, companion: await readCompanion(session, operation, given) };
    const reasons = operation.assess(evidence, given);
    const { region, now } = evidence;
    const report = renderReport({ operation, name: nameSubject(operation, given, region) }, evidence, reasons);
    return { verdict: rollUp(reasons), reasons, report, best: evidence.good[0], region, now };
  } catch (error) {
    if (!(error instanceof ServiceError || error instanceof ReplyError)) throw error;
    const terminal = error instanceof ServiceError && TERMINAL_KINDS.has(error.details.kind);
    const [headline = "no answer"] = error.message.split("\n");
    const reason = { ...unknown("service", headline), terminal };
    return {
      verdict: "unknown",
      reasons: [reason],
      report: `The state of ${operation.names.labels} is unknown: ${error.message}`,
      best: undefined,
      region: undefined,
      now: session.host.now(),
    };
  }
}

/** An age that is allowed must also be looked for, and a task that is named wherever it is. */
function depth({ identity }: Operation, given: JsonObject, { lookback, maxAge }: Depth): number {
  if (given[identity] !== undefined) return Number.POSITIVE_INFINITY;
  return Math.max(lookback ?? USUAL_LOOKBACK, maxAge ?? 0);
}

async function readCompanion(
  session: Session,
  { companion }: Operation,
  given: JsonObject,
): Promise<JudgedRow | undefined> {
  if (companion === undefined || given[companion.unless] !== undefined) return undefined;
  const everything = { needed: Number.POSITIVE_INFINITY, lookback: Number.POSITIVE_INFINITY };
  const { rows } = await searchNewest(session, companion.operation, given, everything);
  return rows.find(({ row }) => row.id === given[companion.idFrom]);
}

function rollUp(reasons: readonly Objection[]): Verdict {
  const found = new Set(reasons.map(({ verdict }) => verdict));
  return (["unknown", "fail", "pending"] as const).find((verdict) => found.has(verdict)) ?? "pass";
}
