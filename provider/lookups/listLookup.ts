import { moment } from "../core/argument.ts";
import { InputError } from "../core/errors/InputError.ts";
import { mapInTurns, yieldAfterLongList } from "../core/inTurns.ts";
import type { Json, JsonObject } from "../core/json.ts";
import { loadZod } from "../core/loadZod.ts";
import type { Moment } from "../core/moment.ts";
import { object } from "../core/objectInputType.ts";
import { once } from "../core/once.ts";
import type { Operation, WindowParameters } from "../core/operation.ts";
import { redactedOutputRecord } from "../core/redactedOutputRecord.ts";
import type { Row } from "../core/row.ts";
import { describeDuration, formatTime, LOCAL_CLOCK_TOLERANCE } from "../core/time.ts";
import { readArgumentsAmongOthers, validate } from "../core/validate.ts";
import { listArguments, regionArgument } from "./arguments.ts";
import { checkArguments } from "./checkArguments.ts";
import type { EarlyRows } from "./EarlyRows.ts";
import type { LookupFunction } from "./lookupFunction.ts";
import { outputRecordSchema } from "./outputRecordSchema.ts";
import { readRows } from "./readRows.ts";
import { type Lookup, runLookup } from "./runLookup.ts";
import { WINDOW_MARGIN_EACH_SIDE_MS } from "./searchNewest.ts";
import { readListTarget } from "./target.ts";
import type { TimeRange } from "./timeRange.ts";

/** `getBackups`: every row that fits, newest first, and their plain IDs. */
export function listLookup(operation: Operation): LookupFunction {
  const {
    entity,
    times: { window },
  } = operation;
  const inputs = object({ ...listArguments(operation), ...regionArgument });
  const outputs = once(() => {
    const z = loadZod();
    return z.object({
      [entity.listProperty]: z
        .array(outputRecordSchema(operation))
        .describe(`The ${entity.labels}, newest first. Empty when there are none.`),
      ids: z.array(z.string()).describe("Their IDs, in the same order, each once."),
    });
  });

  return {
    operation,
    name: `get${entity.type}s`,
    doc: `Lists ${entity.labels}: all of them, or an error. ${entity.summary}`,
    inputs,
    get outputs() {
      return outputs();
    },
    run: (session, args) => runLookup(session, (lookup) => list(lookup, args)),
  };

  async function list(lookup: Lookup, args: JsonObject): Promise<JsonObject> {
    const today = lookup.client.serviceTime();
    const { target, range } = checkArguments(operation, inputs, args, () => {
      validate(inputs, args);
      return { target: readListTarget(operation, args), range: window && readListRange(window, args, today) };
    });
    const requested = window && range && withMargin(range, window, today);
    const recordsOfPass = new Map<Row, JsonObject>();
    const earlyRows: EarlyRows = {
      beginPass: () => {
        recordsOfPass.clear();
        lookup.earlyRecords?.beginPass();
      },
      add: (pageRows, ownRegion) => {
        // Others may go on with the reading when its caller is gone.
        if (lookup.signal.aborted) return;
        const pageRecords = pageRows.map((row) => {
          const record = redactedOutputRecord(operation, row, ownRegion);
          recordsOfPass.set(row, record);
          return record;
        });
        lookup.earlyRecords?.add(pageRecords);
      },
    };
    const { rows, region } = await readRows(lookup, operation, target, requested, earlyRows);
    // A row without a readable time is kept: it cannot be shown to lie outside.
    const inRange = rows.filter(
      ({ orderTime }) => !range || !orderTime || (orderTime.at >= range.from && orderTime.at <= range.acceptedUntil),
    );
    await yieldAfterLongList(inRange);
    const records: Json = await mapInTurns(
      inRange,
      (row) => recordsOfPass.get(row) ?? redactedOutputRecord(operation, row, region),
    );
    await yieldAfterLongList(inRange);
    return { [entity.listProperty]: records, ids: [...new Set(inRange.map(({ id }) => id))] };
  }
}

/** Without an end of the caller's own, nothing that the service sends is too late. */
interface ListRange extends TimeRange {
  readonly acceptedUntil: number;
}

/** The caller's own range, resolved against one moment. */
function readListRange({ start, end, retentionMs, write }: WindowParameters, args: JsonObject, now: number): ListRange {
  const times = readArgumentsAmongOthers(object({ [start]: moment.optional(), [end]: moment.optional() }), args);
  const from = resolve(times[start], now) ?? now - retentionMs;
  const to = resolve(times[end], now) ?? now + LOCAL_CLOCK_TOLERANCE;
  if (from >= to) {
    const reason = `${start} (${formatTime(from)}) must be before ${end} (${formatTime(to)})`;
    throw new InputError([{ property: args[start] === undefined ? end : start, reason }]);
  }
  // Where no time is sent everything is read, however old.
  if (write && from < now - retentionMs - LOCAL_CLOCK_TOLERANCE) {
    const reason = `the service remembers ${describeDuration(retentionMs)} only: a list from ${formatTime(from)} would not be whole`;
    throw new InputError([{ property: start, reason }]);
  }
  return { from, to, acceptedUntil: args[end] === undefined ? Number.POSITIVE_INFINITY : to };
}

function resolve(time: Moment | undefined, now: number): number | undefined {
  return time && ("at" in time ? time.at : now - time.ago);
}

/** What is sent: wider than the range itself, but neither into the future nor further back than is remembered. */
function withMargin({ from, to }: TimeRange, { retentionMs }: WindowParameters, now: number): TimeRange {
  const latest = Math.max(Math.min(to + WINDOW_MARGIN_EACH_SIDE_MS, now + LOCAL_CLOCK_TOLERANCE), from);
  return { from: Math.max(from - WINDOW_MARGIN_EACH_SIDE_MS, now - retentionMs), to: latest };
}
