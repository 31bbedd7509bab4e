import type { JsonObject } from "../../provider/core/json.ts";
import type { Operation } from "../../provider/core/operation.ts";
import type { Modes } from "../modes.ts";
import type { RecordStore, StoredRecord } from "../records/RecordStore.ts";
import type { ApiVersionDialect } from "./dialects/ApiVersionDialect.ts";
import type { PageChange } from "./PageChange.ts";
import { pageBody } from "./pageBody.ts";
import { Refusal } from "./Refusal.ts";
import { readPaging } from "./readPaging.ts";
import { readTimeRange } from "./readTimeRange.ts";
import { recordFilter } from "./recordFilter.ts";
import { recordsInOrder } from "./recordsInOrder.ts";
import { requestSubjects } from "./requestSubjects.ts";

interface AnswerContext {
  readonly operation: Operation;
  readonly dialect: ApiVersionDialect;
  readonly parameters: ReadonlyMap<string, string>;
  readonly store: RecordStore;
  readonly modes: Modes;
  readonly now: number;
  /** How the page differs from the one that was asked for. Default: in nothing. */
  readonly change?: PageChange | undefined;
}

/** The body of a reply to a request whose sender and parameters are in order. */
export function listReplyBody(context: AnswerContext): JsonObject {
  const { operation, dialect, parameters, store, modes, change = {} } = context;
  const page = readPaging(operation, dialect, parameters);
  const inWindow = windowFilter(context);
  const region = parameters.get(operation.api.regionWireName ?? "");
  const subjects = requestSubjects(operation, dialect, parameters);
  const stranger = subjects.find((subject) => !store.knows(subject, region));
  if (stranger !== undefined) throw dialect.unknownSubject(stranger);

  const matching = store
    .of(operation.api.action)
    .filter((record) => subjects.every((subject) => subject === record.subject))
    .filter(recordFilter(operation, dialect, parameters))
    .filter(inWindow);
  const rows = recordsInOrder(matching, requestOrder(dialect, parameters) ?? modes.order, modes.shuffleSeed).map(
    ({ row }) => row,
  );
  const size = change.size ?? Math.min(page?.size ?? rows.length, modes.pageCap ?? Number.POSITIVE_INFINITY);
  const index = page && pageInForce(page.pagesBefore, Math.ceil(rows.length / size), context);
  const pageRows = pageOf(rows, index, size, change);
  const total = change.total ?? (modes.totals === "honest" ? rows.length : modes.totals.lie);
  const sentPage = { operation, parameters, page: page?.number ?? 1, size, rowCount: pageRows.length, total };
  return pageBody(operation, dialect, modes, sentPage, pageRows);
}

function pageOf<Row>(
  rows: readonly Row[],
  index: number | undefined,
  size: number,
  change: PageChange,
): readonly Row[] {
  if (index === undefined) return rows.slice(0, change.rows);
  const start = Math.max((change.instead === undefined ? index : change.instead - 1) * size + (change.shift ?? 0), 0);
  return rows.slice(start, start + size).slice(0, change.rows);
}

/** The index of the page that the reply holds: the requested one, unless the list ends before it. */
function pageInForce(index: number, pages: number, { operation, dialect, modes }: AnswerContext): number {
  const last = Math.max(pages - 1, 0);
  if (index <= last || modes.beyondEnd === "empty") return index;
  if (modes.beyondEnd === "clamp") return last;
  const name = operation.api.paging?.number.wire;
  throw new Refusal(dialect.malformed.pageNumber, `The specified ${name} is not valid: there are ${pages} pages.`);
}

function windowFilter({ operation, dialect, parameters, modes, now }: AnswerContext) {
  const { from, to } = readTimeRange(operation, dialect, parameters);
  const oldest = now - (operation.times.window?.retentionMs ?? Number.POSITIVE_INFINITY);
  return ({ times }: StoredRecord): boolean => {
    if ((times.start ?? now) < oldest) return false;
    if (from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY) return true;
    // A record without an end, or without one yet, is filtered by its start.
    const at = times[modes.timeFilter] ?? times.start ?? Number.NaN;
    return at >= from && at <= to;
  };
}

function requestOrder(
  { ordering }: ApiVersionDialect,
  parameters: ReadonlyMap<string, string>,
): "asc" | "desc" | undefined {
  const order = ordering === undefined ? undefined : parameters.get(ordering);
  return order === "asc" || order === "desc" ? order : undefined;
}
