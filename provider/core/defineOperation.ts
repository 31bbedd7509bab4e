import type { z } from "zod";
import { ReplyError } from "./errors/ReplyError.ts";
import type { Evidence } from "./evidence.ts";
import { fieldInfo, isId } from "./field.ts";
import type { Json, JsonObject } from "./json.ts";
import { isBlank } from "./json.ts";
import type { Objection } from "./objection.ts";
import type { Operation } from "./operation.ts";
import type { Dated, Row } from "./row.ts";
import { formatTime } from "./time.ts";
import { readArguments } from "./validate.ts";

/** An ID is never cut, and none that is documented is longer. */
const MAX_ID = 256;
/** A longer text is not what the field is for, and counts as one that cannot be read. */
const MAX_FIELD = 64 * 1024;

type FieldShape = Readonly<Record<string, z.ZodType<Json | undefined>>>;

/** What a rule may know beside the row and the criteria. */
export interface Judging {
  readonly now: number;
  readonly unreadable: ReadonlySet<string>;
}

/** A description, and the pure functions in which this operation truly differs from the others. */
interface Definition<F extends FieldShape, C extends z.ZodObject, W extends z.ZodObject>
  extends Omit<Operation, "decodeRow" | "goodRowsNeeded" | "assess"> {
  readonly fields: z.ZodObject<F>;
  readonly criteria: C;
  readonly conditions: W;
  /** The time that rows are ordered and aged by. */
  readonly dated: (row: z.output<z.ZodObject<F>>) => Dated | undefined;
  /** The field that tells when it ended. */
  readonly ended?: keyof F & string;
  readonly objections: (row: z.output<z.ZodObject<F>>, criteria: z.output<C>, judging: Judging) => readonly Objection[];
  readonly goodRowsNeeded: (conditions: z.output<W>) => number;
  readonly assess: (evidence: Evidence, conditions: z.output<W>, criteria: z.output<C>) => readonly Objection[];
}

/** Closes a definition over its own types, so that to the rest of the package all operations are of one type. */
export function defineOperation<F extends FieldShape, C extends z.ZodObject, W extends z.ZodObject>(
  definition: Definition<F, C, W>,
): Operation {
  const { dated, ended, objections, goodRowsNeeded, assess, ...description } = definition;
  const { fields, criteria, conditions, identity, datedAs, action, nothing = [] } = definition;
  const identityFields = [identity, ...(definition.identityBeside ?? [])];

  function decodeRow(raw: JsonObject): Row {
    const { readable, record, links, unreadable } = readFields(fields, raw, nothing);
    const row = fields.parse(readable);
    const id = record[identity];
    if (typeof id !== "string") throw new ReplyError(`${action} sent a row without a readable ${identity}.`);
    const tooLong = Object.keys(record).find((name) => isId(identity, name) && isLongerThan(record[name], MAX_ID));
    if (tooLong !== undefined) {
      throw new ReplyError(`${action} sent a row whose ${tooLong} is longer than ${MAX_ID} characters.`);
    }
    const date = dated(row);
    const end = ended === undefined ? undefined : record[ended];
    const endedAt = typeof end === "string" ? Date.parse(end) : undefined;
    return {
      id,
      identity: JSON.stringify(identityFields.map((name) => record[name] ?? null)),
      record: datedAs === undefined || date === undefined ? record : { ...record, [datedAs.name]: formatTime(date.at) },
      links,
      unreadable,
      dated: date,
      endedAt,
      latestTime: ended !== undefined && unreadable.has(ended) ? undefined : (endedAt ?? date?.at),
      objections: (given, now) => objections(row, readArguments(criteria, given), { now, unreadable }),
    };
  }

  return {
    ...description,
    decodeRow,
    goodRowsNeeded: (given) => goodRowsNeeded(readArguments(conditions, given)),
    assess: (evidence, given) => assess(evidence, readArguments(conditions, given), readArguments(criteria, given)),
  };
}

function isLongerThan(value: Json | undefined, length: number): boolean {
  if (typeof value === "string") return value.length > length;
  return typeof value === "object" && value !== null && Object.values(value).some((each) => isLongerThan(each, length));
}

/** Field by field, so that one that cannot be read is absent and spoils no other. */
function readFields(fields: z.ZodObject<FieldShape>, raw: JsonObject, nothing: readonly Json[]) {
  const readable: Record<string, Json> = {};
  const record: Record<string, Json> = {};
  const links: Record<string, Json> = {};
  const unreadable = new Set<string>();
  for (const [name, schema] of Object.entries(fields.shape)) {
    const info = fieldInfo.get(schema);
    const value = info && Object.hasOwn(raw, info.wire) ? raw[info.wire] : undefined;
    if (info === undefined || isBlank(value) || nothing.includes(value)) continue;
    const decoded = isLongerThan(value, MAX_FIELD) ? undefined : schema.safeParse(value);
    if (!decoded?.success || decoded.data === undefined) {
      unreadable.add(name);
      continue;
    }
    readable[name] = value;
    (info.secret ? links : record)[name] = decoded.data;
  }
  return { readable, record, links, unreadable };
}
