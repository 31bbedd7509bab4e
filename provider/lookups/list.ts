import { z } from "zod";
import type { Moment } from "../core/argument.ts";
import { moment } from "../core/argument.ts";
import { InputError } from "../core/errors/InputError.ts";
import type { Json, JsonObject } from "../core/json.ts";
import type { Operation, TimeWindow } from "../core/operation.ts";
import { outputRecord } from "../core/outputRecord.ts";
import { CLOCK_MARGIN, describeDuration, formatTime } from "../core/time.ts";
import { readArguments } from "../core/validate.ts";
import { listArguments, regionArgument } from "./arguments.ts";
import { checkArguments } from "./checkArguments.ts";
import type { LookupFunction } from "./function.ts";
import { readRows } from "./readRows.ts";
import { recordSchema } from "./recordSchema.ts";
import { WINDOW_MARGIN } from "./searchNewest.ts";
import type { TimeRange } from "./timeRange.ts";

/** `getBackups`: every row that fits, newest first, and their plain IDs. */
export function list(operation: Operation): LookupFunction {
  const { names, window, summary } = operation;
  const inputs = z.object({ ...listArguments(operation), ...regionArgument });
  const outputs = z.object({
    [names.many]: z
      .array(recordSchema(operation))
      .describe(`The ${names.labels}, newest first. Empty when there are none.`),
    ids: z.array(z.string()).describe("Their IDs, in the same order, each once."),
  });

  return {
    operation,
    name: `get${names.type}s`,
    doc: `Lists ${names.labels}: all of them, or an error. ${summary}`,
    inputs,
    outputs,
    async run(session, given): Promise<JsonObject> {
      checkArguments(operation, inputs, given);
      const today = session.host.now();
      const wanted = window && askedRange(window, given, today);
      const answer = await readRows(session, operation, given, wanted && withMargin(wanted, window, today));
      // A row without a readable time is kept: it cannot be shown to lie outside.
      const rows = answer.rows.filter(
        ({ dated }) => !wanted || !dated || (dated.at >= wanted.from && dated.at <= wanted.until),
      );
      const records: Json = rows.map((row) => ({ ...outputRecord(operation, row), region: answer.region }));
      return { [names.many]: records, ids: [...new Set(rows.map(({ id }) => id))] };
    },
  };
}

/** Without an end of the caller's own, nothing that the service sends is too late. */
interface AskedRange extends TimeRange {
  readonly until: number;
}

/** The caller's own range, resolved against one moment. */
function askedRange({ start, end, reach, write }: TimeWindow, given: JsonObject, now: number): AskedRange {
  const times = readArguments(z.object({ [start]: moment.optional(), [end]: moment.optional() }), given);
  const from = resolve(times[start], now) ?? now - reach;
  const to = resolve(times[end], now) ?? now + CLOCK_MARGIN;
  if (from >= to) {
    const reason = `${start} (${formatTime(from)}) must be before ${end} (${formatTime(to)})`;
    throw new InputError([{ property: given[start] === undefined ? end : start, reason }]);
  }
  // Where no time is sent everything is read, however old.
  if (write && from < now - reach - CLOCK_MARGIN) {
    const reason = `the service remembers ${describeDuration(reach)} only: a list from ${formatTime(from)} would not be whole`;
    throw new InputError([{ property: start, reason }]);
  }
  return { from, to, until: given[end] === undefined ? Number.POSITIVE_INFINITY : to };
}

function resolve(time: Moment | undefined, now: number): number | undefined {
  return time && ("at" in time ? time.at : now - time.ago);
}

/** What is sent: wider than what was asked, but neither into the future nor further back than is remembered. */
function withMargin({ from, to }: TimeRange, { reach }: TimeWindow, now: number): TimeRange {
  const latest = Math.max(Math.min(to + WINDOW_MARGIN, now + CLOCK_MARGIN), from);
  return { from: Math.max(from - WINDOW_MARGIN, now - reach), to: latest };
}
