import type { Operation } from "../core/operation.ts";
import type { Target } from "./target.ts";
import type { TimeRange } from "./timeRange.ts";

/** The request of a lookup without its page number, in the service's own names. */
export function wireParameters(
  operation: Operation,
  target: Target,
  range: TimeRange | undefined,
  region: string,
): Record<string, string> {
  const {
    parameters,
    times: { window },
    api: { paging, regionWireName },
  } = operation;
  const wire: Record<string, string> = regionWireName ? { [regionWireName]: region } : {};
  for (const [name, value] of Object.entries(target.values)) {
    const parameter = parameters[name];
    if (parameter) wire[parameter.wire] = value;
  }
  if (paging) wire[paging.size.wire] = String(target.pageSize ?? paging.size.default);
  const [start, end] = [parameters[window?.start ?? ""], parameters[window?.end ?? ""]];
  if (range && window?.write && start && end) {
    wire[start.wire] = window.write(range.from, "start");
    wire[end.wire] = window.write(range.to, "end");
  }
  return wire;
}
