import type { Route } from "../client/openClient.ts";
import { ReplyError } from "../core/errors/ReplyError.ts";
import { separateTurns, yieldAfterLongList } from "../core/inTurns.ts";
import type { Operation } from "../core/operation.ts";
import type { PagePosition } from "../core/readPage.ts";
import { distinctUnpagedRows, readWhole } from "../core/readWhole.ts";
import { subjectIdsText, subjectIdsWithRegion } from "../core/report.ts";
import { compareNewestFirst, type Row } from "../core/row.ts";
import type { PageReply } from "../core/startPass.ts";
import { describeDuration, LOCAL_CLOCK_TOLERANCE } from "../core/time.ts";
import { decodePage } from "./decodePage.ts";
import type { EarlyRows } from "./EarlyRows.ts";
import { filterAndCheckRows } from "./filterAndCheckRows.ts";
import { isFilteredByMutableField } from "./isFilteredByMutableField.ts";
import { RowMemoryLimit } from "./RowMemoryLimit.ts";
import { refusesPageNumber } from "./refusesPageNumber.ts";
import { replyErrorWithOrigin } from "./replyErrorWithOrigin.ts";
import type { Lookup } from "./runLookup.ts";
import type { RowsWithPlace } from "./session.ts";
import type { Target } from "./target.ts";
import type { TimeRange } from "./timeRange.ts";
import { wireParameters } from "./wireParameters.ts";

const MAX_ROWS = 100_000;
const PAGES_AT_ONCE = 5;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 8_000;

/** Everything that the service has under these parameters and within this time, exactly once, or an error. */
export function readRows(
  lookup: Lookup,
  operation: Operation,
  target: Target,
  range: TimeRange | undefined,
  earlyRows?: EarlyRows,
): Promise<RowsWithPlace> {
  const { client, readings, signal, limits = null } = lookup;
  const route = client.route(operation, target.region);
  const parameters = wireParameters(operation, target, range, route.endpoint.region);
  const { action, version } = operation.api;
  const key = JSON.stringify([route.endpoint, action, version, Object.entries(parameters).sort(), limits]);
  return readings.join(key, signal, (shared) =>
    read({ ...lookup, signal: shared }, operation, { target, route, parameters, earlyRows }),
  );
}

/** What is read, and how. */
interface RowsRequest {
  readonly target: Target;
  readonly route: Route;
  /** Of every page. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly earlyRows: EarlyRows | undefined;
}

async function read(
  { client, host, signal, bounds }: Lookup,
  operation: Operation,
  { target, route: { endpoint, send }, parameters, earlyRows }: RowsRequest,
): Promise<RowsWithPlace> {
  const { api } = operation;
  const { action, paging } = api;
  const subject = subjectIdsText(operation, target.values);
  const filteredByMutableField = isFilteredByMutableField(operation, target);
  const memory = new RowMemoryLimit(action);
  const decodingTurn = separateTurns();
  const began = host.elapsed();
  let now: number | undefined;
  let requestId: string | undefined;

  async function fetchReply(
    page: Readonly<Record<string, string>>,
    position: PagePosition,
    onArrival?: () => void,
  ): Promise<PageReply> {
    if (host.elapsed() >= bounds.endsAtElapsedMs) {
      throw new ReplyError(
        `${action} could not be read as a whole within ${describeDuration(host.elapsed() - began)}.`,
        "ask for less: a shorter time range, or one ID; or raise maxRetryTimeout: a lookup may take five times as long",
      );
    }
    if (position === "first") {
      memory.beginPass();
      earlyRows?.beginPass();
    }
    const request = { api, parameters: { ...parameters, ...page }, subject, bounds, signal };
    const reply = await send(request, async (serviceReply) => {
      requestId = serviceReply.requestId;
      onArrival?.();
      // The request for the next page leaves first: what decoding takes then costs no time of its own.
      if (onArrival) await decodingTurn();
      const decoded = decodePage(operation, serviceReply, { target, position });
      // Such a list is read twice, and its first reading is only compared.
      if (onArrival && !filteredByMutableField) earlyRows?.add(decoded.rows, endpoint.region);
      return { ...decoded, characters: serviceReply.textLength };
    });
    memory.add(reply.characters);
    now ??= reply.serviceTime;
    // What lies further ahead than a signature allows is no time of the service's, and must not settle any row.
    const latest = client.serviceTime() + LOCAL_CLOCK_TOLERANCE;
    return { ...reply, serviceTime: reply.serviceTime && Math.min(reply.serviceTime, latest) };
  }

  async function readAll(): Promise<readonly Row[]> {
    if (paging === undefined) return distinctUnpagedRows(await fetchReply({}, "first"));
    return await readWhole({
      action,
      pageSizes: paging.size.allowed,
      filteredByMutableField,
      maxRows: MAX_ROWS,
      pagesAtOnce: PAGES_AT_ONCE,
      fetchPage: async (index, onArrival) => {
        const number = { [paging.number.wire]: String(paging.number.first + index) };
        try {
          return await fetchReply(number, index === 0 ? "first" : "behindFirst", onArrival);
        } catch (error) {
          if (index > 0 && refusesPageNumber(error, paging.number.wire)) return { refusal: error };
          throw error;
        }
      },
      pause: async (round) => {
        const longest = Math.min(FIRST_PAUSE_MS * 2 ** (round - 1), LONGEST_PAUSE_MS);
        const pauseMs = longest * (0.5 + 0.5 * host.random());
        if (!client.mayRetry || host.elapsed() + pauseMs > bounds.endsAtElapsedMs) return false;
        await host.sleep(pauseMs, signal);
        return true;
      },
    });
  }

  try {
    const all = await readAll();
    await yieldAfterLongList(all);
    const rows = filterAndCheckRows(operation, all, target, endpoint.region);
    await yieldAfterLongList(rows);
    rows.sort(compareNewestFirst);
    await yieldAfterLongList(rows);
    // A reply that is dated long ago must not make an old backup look fresh: the signature was accepted just now, by the
    // client's time. That may have been learned, and wrongly: the local clock counts as well.
    const signedAt = Math.max(host.now(), client.serviceTime());
    const presentTime = Math.max(now ?? client.serviceTime(), signedAt - LOCAL_CLOCK_TOLERANCE);
    return { rows, region: endpoint.region, regionOrUrl: endpoint.regionOrUrl, now: presentTime };
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
    const name = subjectIdsWithRegion(operation, target.values, endpoint.region);
    throw replyErrorWithOrigin(error, { name, endpoint, requestId });
  }
}
