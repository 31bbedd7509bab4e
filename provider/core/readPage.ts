import { ReplyError } from "./errors/ReplyError.ts";
import type { Json, JsonObject } from "./json.ts";
import { isBlank, isJsonObject } from "./json.ts";
import type { Operation } from "./operation.ts";
import type { Row } from "./row.ts";

/** Page one must show its list; a page behind it may be one behind the end. */
export type PagePosition = "first" | "behindFirst";

/** One reply, read. */
export interface Page {
  readonly rows: readonly Row[];
  /** Undefined where the operation has no counter, or sent one that is not a number. */
  readonly total: number | undefined;
  /** How many rows a page holds at most, where the reply says so. */
  readonly pageSize: number | undefined;
  /** Parameters as the reply repeats them. */
  readonly echoed: Readonly<Record<string, string>>;
}

/**
 * The rows of a reply, in every shape that the documents and the SDKs show: a wrapper with an array or with a single
 * object, a bare array, a bare object, `""`. What is not one of these is an error: "missing" never becomes "empty".
 */
export function readPage(operation: Operation, body: JsonObject, position: PagePosition = "first"): Page {
  const total = operation.api.reply.total && readCount(at(body, operation.api.reply.total));
  const list = findRows(operation, body);
  // Behind the end the service may leave the list out; whether that is the end, the rows before it tell.
  const mayBeBehindEnd = position === "behindFirst" && total !== undefined;
  if (list === undefined && total !== 0 && !mayBeBehindEnd) {
    const counted = total === undefined ? "no total" : `a total of ${total}`;
    throw new ReplyError(
      `${operation.api.action} sent no ${operation.api.reply.rows.join(".")} and ${counted}: an absent list is not an empty one.`,
    );
  }
  if (list?.length === 0 && total === undefined && operation.api.reply.total !== undefined) {
    throw new ReplyError(
      `${operation.api.action} sent no rows and no readable total: that is not proof of an empty list.`,
    );
  }
  return {
    rows: (list ?? []).map((each) => operation.decodeRow(asRow(operation, each))),
    total,
    pageSize: operation.api.reply.pageSize && readCount(at(body, operation.api.reply.pageSize)),
    echoed: readEchoes(operation.api.reply.echoes ?? {}, body),
  };
}

function readEchoes(echoes: Readonly<Record<string, readonly string[]>>, body: JsonObject): Record<string, string> {
  const values = Object.entries(echoes).map(([name, path]) => [name, at(body, path)] as const);
  return Object.fromEntries(
    values.filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== ""),
  );
}

/** The list itself, an empty one where the service shows one, or undefined where there is none. */
function findRows(operation: Operation, body: JsonObject): readonly Json[] | undefined {
  let value: Json | undefined = body;
  for (const key of operation.api.reply.rows) {
    if (!isJsonObject(value)) break;
    if (!Object.hasOwn(value, key)) {
      if (value === body) return undefined;
      // A row where the wrapper should be is how the documents print a list of one.
      if (isRow(operation, value)) return [value];
      return Object.keys(value).length === 0 ? [] : undefined;
    }
    value = value[key];
  }
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value;
  if (isBlank(value)) return [];
  if (isJsonObject(value)) return Object.keys(value).length === 0 ? [] : [value];
  throw new ReplyError(
    `${operation.api.action} sent ${operation.api.reply.rows.join(".")} as ${typeof value}, not as a list.`,
  );
}

function isRow(operation: Operation, value: JsonObject): boolean {
  const id = operation.fields[operation.identity.field];
  return id !== undefined && Object.hasOwn(value, id.wire);
}

function asRow(operation: Operation, value: Json): JsonObject {
  if (isJsonObject(value)) return value;
  throw new ReplyError(`${operation.api.action} sent a row that is not an object.`);
}

function at(body: JsonObject, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (value, key) => (isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    body,
  );
}

function readCount(value: Json | undefined): number | undefined {
  const count = typeof value === "string" && /^\d+$/.test(value.trim()) ? Number(value) : value;
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}
