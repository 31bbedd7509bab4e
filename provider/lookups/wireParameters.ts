import type { JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import type { TimeRange } from "./timeRange.ts";

/** The request of a lookup without its page number, in the service's own names. */
export function wireParameters(
  operation: Operation,
  given: JsonObject,
  range: TimeRange | undefined,
  region: string,
): Record<string, string> {
  const {
    parameters,
    times: { window },
    api: { paging, regionParameter },
  } = operation;
  const wire: Record<string, string> = regionParameter ? { [regionParameter]: region } : {};
  for (const [name, { wire: key }] of Object.entries(parameters)) {
    const value = given[name];
    if (value === undefined || value === null || name === window?.start || name === window?.end) continue;
    wire[key] = String(value);
  }
  if (paging) wire[paging.size.wire] = String(given.pageSize ?? paging.size.default);
  const [start, end] = [parameters[window?.start ?? ""], parameters[window?.end ?? ""]];
  if (range && window?.write && start && end) {
    wire[start.wire] = window.write(range.from, "start");
    wire[end.wire] = window.write(range.to, "end");
  }
  return wire;
}
