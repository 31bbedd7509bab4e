import type { Operation } from "../../provider/core/operation.ts";
import type { ApiVersionDialect } from "./dialects/ApiVersionDialect.ts";
import { Refusal } from "./Refusal.ts";

/** The time range of a request; both ends are included. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

export function readTimeRange(
  { times: { window }, parameters }: Operation,
  { readTime, malformed }: ApiVersionDialect,
  sent: ReadonlyMap<string, string>,
): TimeRange {
  const read = (name: string | undefined, edge: "start" | "end"): number | undefined => {
    const wire = parameters[name ?? ""]?.wire ?? "";
    const text = sent.get(wire);
    if (text === undefined) return undefined;
    const at = readTime(text);
    if (at !== undefined) return at;
    throw new Refusal(malformed[edge], `The specified ${wire} is not well formatted: ${text}.`);
  };
  const from = read(window?.start, "start") ?? Number.NEGATIVE_INFINITY;
  const to = read(window?.end, "end") ?? Number.POSITIVE_INFINITY;
  if (to <= from) throw new Refusal("InvalidParameterCombination", "The end time must be greater than the start time.");
  return { from, to };
}
