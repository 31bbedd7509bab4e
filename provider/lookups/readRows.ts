import type { Route } from "../client/openClient.ts";
import { ReplyError } from "../core/errors/ReplyError.ts";
import type { JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import { readWhole } from "../core/readWhole.ts";
import { nameSubject } from "../core/report.ts";
import { newestFirst } from "../core/row.ts";
import { applyFilters, checkEchoes } from "./applyFilters.ts";
import type { Rows, Session } from "./session.ts";
import { unbelievable } from "./unbelievable.ts";

export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

const MAX_ROWS = 100_000;
const PAUSE_MS = 200;
/** The longest that any document allows a request's timestamp to be off: `CLOCK_MARGIN` of the search is the same. */
const SIGNATURE_VALIDITY = 31 * 60_000;

/** Everything that the service has under these parameters and within this time, exactly once, or an error. */
export function readRows(
  session: Session,
  operation: Operation,
  given: JsonObject,
  range: TimeRange | undefined,
): Promise<Rows> {
  const route = session.client.route(operation, textOf(given.region));
  const parameters = wireParameters(operation, given, range, route.endpoint.region);
  const key = JSON.stringify([route.endpoint, operation.action, operation.version, Object.entries(parameters).sort()]);
  const running = session.inFlight.get(key) ?? read(session, operation, given, route, parameters);
  session.inFlight.set(key, running);
  const forget = () => session.inFlight.delete(key);
  running.then(forget, forget);
  return running;
}

async function read(
  session: Session,
  operation: Operation,
  given: JsonObject,
  { endpoint, call }: Route,
  parameters: Readonly<Record<string, string>>,
): Promise<Rows> {
  const { host, signal } = session;
  const { action, paging } = operation;
  const name = nameSubject(operation, given, endpoint.region);
  const subject = name.replace(` (${endpoint.region})`, "");
  let now: number | undefined;
  let requestId: string | undefined;
  try {
    const rows = await readWhole({
      action,
      paged: paging !== undefined,
      maxRows: MAX_ROWS,
      pause: () => host.sleep(PAUSE_MS * (1 + 2 * host.random()), signal),
      fetchPage: async (index) => {
        const number = paging && { [paging.number.wire]: String(paging.number.first + index) };
        const page = await call(operation, { ...parameters, ...number }, subject);
        now ??= page.now;
        requestId = page.requestId;
        checkEchoes(operation, page.echoed, given);
        return page;
      },
    });
    const wanted = applyFilters(operation, rows, given).sort(newestFirst);
    // A reply that is dated long ago must not make an old backup look fresh: the signature was accepted just now.
    const presentTime = Math.max(now ?? host.now(), host.now() - SIGNATURE_VALIDITY);
    return { rows: wanted, region: endpoint.region, place: endpoint.place, now: presentTime };
  } catch (error) {
    throw error instanceof ReplyError ? unbelievable(error, { name, endpoint, requestId }) : error;
  }
}

/** The request without its page number. */
function wireParameters(operation: Operation, given: JsonObject, range: TimeRange | undefined, region: string) {
  const { window, paging, parameters, regionParameter } = operation;
  const wire: Record<string, string> = regionParameter ? { [regionParameter]: region } : {};
  for (const [name, { wire: key }] of Object.entries(parameters)) {
    const value = given[name];
    if (value === undefined || value === null || name === window?.start || name === window?.end) continue;
    wire[key] = String(value);
  }
  if (paging) wire[paging.size.wire] = String(given.pageSize ?? paging.size.usual);
  const [start, end] = [parameters[window?.start ?? ""], parameters[window?.end ?? ""]];
  if (range && window && start && end) {
    wire[start.wire] = window.write(range.from, "start");
    wire[end.wire] = window.write(range.to, "end");
  }
  return wire;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
