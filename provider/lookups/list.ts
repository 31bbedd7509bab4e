import { z } from "zod";
import type { Moment } from "../core/argument.ts";
import { moment } from "../core/argument.ts";
import { InputError } from "../core/errors/InputError.ts";
import type { Json, JsonObject } from "../core/json.ts";
import type { Operation, TimeWindow } from "../core/operation.ts";
import { formatTime } from "../core/time.ts";
import { validate } from "../core/validate.ts";
import { listArguments, regionArgument } from "./arguments.ts";
import type { LookupFunction } from "./function.ts";
import type { TimeRange } from "./readRows.ts";
import { readRows } from "./readRows.ts";
import { recordSchema } from "./recordSchema.ts";
import { CLOCK_MARGIN, WINDOW_MARGIN } from "./searchNewest.ts";

/** `getBackups`: every row that fits, newest first, and their plain IDs. */
export function list(operation: Operation): LookupFunction {
  const { names, window, summary } = operation;
  const inputs = z.object({ ...listArguments(operation), ...regionArgument });
  const outputs = z.object({
    [names.many]: z
      .array(recordSchema(operation))
      .describe(`The ${names.many}, newest first. Empty when there are none.`),
    ids: z.array(z.string()).describe("Their IDs, in the same order."),
  });

  return {
    operation,
    name: `get${names.type}s`,
    doc: `Lists ${names.many}: all of them, or an error. ${summary}`,
    inputs,
    outputs,
    async run(session, given): Promise<JsonObject> {
      validate(inputs, given);
      const wanted = window && askedRange(window, given, session.host.now());
      const answer = await readRows(session, operation, given, wanted && withMargin(wanted, session.host.now()));
      // A row without a readable time is kept: it cannot be shown to lie outside.
      const rows = answer.rows.filter(
        ({ dated }) => !wanted || !dated || (dated.at >= wanted.from && dated.at <= wanted.to),
      );
      const records: Json = rows.map((row) => ({ ...row.record, region: answer.region }));
      return { [names.many]: records, ids: rows.map((row) => row.id) };
    },
  };
}

/** The caller's own range, resolved against one moment. */
function askedRange(window: TimeWindow, given: JsonObject, now: number): TimeRange {
  const range = {
    from: resolve(given[window.start], now) ?? now - window.reach,
    to: resolve(given[window.end], now) ?? now + CLOCK_MARGIN,
  };
  if (range.from < range.to) return range;
  const reason = `${window.start} (${formatTime(range.from)}) must be before ${window.end} (${formatTime(range.to)})`;
  throw new InputError([{ property: given[window.start] === undefined ? window.end : window.start, reason }]);
}

function resolve(given: Json | undefined, now: number): number | undefined {
  const found: Moment | undefined = given === undefined || given === null ? undefined : moment.parse(given);
  return found && ("at" in found ? found.at : now - found.ago);
}

/** What is sent: wider than what was asked, and never further into the future than clocks may differ. */
function withMargin({ from, to }: TimeRange, now: number): TimeRange {
  return { from: from - WINDOW_MARGIN, to: Math.max(Math.min(to + WINDOW_MARGIN, now + CLOCK_MARGIN), from) };
}
