import type { JudgedRow } from "../core/evidence.ts";
import { goodRows } from "../core/goodRows.ts";
import type { Operation } from "../core/operation.ts";
import { judgeById } from "./judgeById.ts";
import type { LookupQuery } from "./lookupQuery.ts";
import { readRows } from "./readRows.ts";
import type { Lookup } from "./runLookup.ts";
import type { EvidenceWithPlace } from "./searchNewest.ts";
import { DEFAULT_LOOKBACK, searchNewest } from "./searchNewest.ts";
import { readSubjectTarget } from "./target.ts";
import { retentionRange } from "./timeRange.ts";

/** All that a verdict rests on: the rows, judged, and what else the operation's rules look at. */
export async function gatherEvidence(
  lookup: Lookup,
  operation: Operation,
  query: LookupQuery,
): Promise<EvidenceWithPlace> {
  const { target, rules, search, gateHasRecordedRow } = query;
  const [subject] = operation.question.subject;
  if (search.pin !== undefined) return await readPinned(lookup, operation, query, search.pin);
  return await rules.gather({
    subjectValues: target.values,
    readRows: () => readNewest(lookup, operation, query),
    serviceHasNoRow: () => hasNoRow(lookup, operation, query),
    gateHasRecordedRow: gateHasRecordedRow(target.values[subject] ?? ""),
    readOtherOperation: (other) => readOther(lookup, other, query),
  });
}

async function readNewest(lookup: Lookup, operation: Operation, query: LookupQuery): Promise<EvidenceWithPlace> {
  const { target, rules, id, search } = query;
  const { lookback = DEFAULT_LOOKBACK, maxAge = 0 } = search;
  // Search at least as far back as maxAge; a named task has no limit.
  const reach = id === undefined ? Math.max(lookback, maxAge) : Number.POSITIVE_INFINITY;
  const scope = { target, judge: rules.rows, needed: rules.goodRowsToRead, lookback: reach };
  const evidence = await searchNewest(lookup, operation, scope);
  return { ...evidence, lookbackStart: evidence.now - lookback };
}

async function readPinned(
  lookup: Lookup,
  operation: Operation,
  { target, rules }: LookupQuery,
  pin: string,
): Promise<EvidenceWithPlace> {
  const { judged, now, region, regionOrUrl } = await judgeById(lookup, operation, {
    target,
    id: pin,
    judge: rules.rows,
  });
  const rows = judged ? [judged] : [];
  return { rows, good: goodRows(rows), now, searchStart: undefined, region, regionOrUrl };
}

/** Empty is believed with a total of 0 only: see `readRows`. */
async function hasNoRow(lookup: Lookup, operation: Operation, { target }: LookupQuery): Promise<boolean> {
  const [subject] = operation.question.subject;
  const instance = target.values[subject];
  const { rows } = await readRows(
    lookup,
    operation,
    { region: target.region, values: instance === undefined ? {} : { [subject]: instance } },
    retentionRange(operation, lookup.client.serviceTime()),
  );
  return rows.length === 0;
}

async function readOther(lookup: Lookup, operation: Operation, { target }: LookupQuery): Promise<readonly JudgedRow[]> {
  const { rows } = await searchNewest(lookup, operation, {
    target: { ...readSubjectTarget(operation, target.values), region: target.region },
    judge: operation.judge({}).rows,
    needed: Number.POSITIVE_INFINITY,
    lookback: Number.POSITIVE_INFINITY,
  });
  return rows;
}
