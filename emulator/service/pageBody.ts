import { randomUUID } from "node:crypto";
import type { Json, JsonObject } from "../../provider/core/json.ts";
import { isJsonObject } from "../../provider/core/json.ts";
import type { Operation } from "../../provider/core/operation.ts";
import type { Modes } from "../modes.ts";
import type { ApiVersionDialect, ReplyPaging } from "./dialects/ApiVersionDialect.ts";

/** Rows, counters and envelope put together as the modes say. */
export function pageBody(
  { api: { reply } }: Operation,
  dialect: ApiVersionDialect,
  modes: Modes,
  page: ReplyPaging,
  rows: readonly JsonObject[],
): JsonObject {
  const envelope = dialect.envelope(page);
  const withTotal = reply.total ? put(envelope, reply.total, page.total) : envelope;
  const counters = modes.counters === "text" ? asText(withTotal) : withTotal;
  const listPath = reply.rows.length > 1 ? reply.rows.slice(0, -1) : reply.rows;
  const leaf = reply.rows.length > 1 ? reply.rows.at(-1) : undefined;
  const body = put(counters, listPath, list(rows, leaf, dialect, modes));
  return { RequestId: randomUUID().toUpperCase(), ...body };
}

function list(rows: readonly JsonObject[], leaf: string | undefined, dialect: ApiVersionDialect, modes: Modes): Json {
  const [only] = rows;
  if (only === undefined) {
    const empty = modes.empty === "documented" ? dialect.empty : modes.empty;
    if (empty === "text") return "";
    if (empty === "array") return [];
  }
  if (leaf === undefined || modes.list === "bareArray") return rows;
  const single = rows.length === 1 ? only : undefined;
  if (single && modes.list === "bareObject") return single;
  return { [leaf]: single && modes.list === "single" ? single : rows };
}

function put(body: JsonObject, [key, ...rest]: readonly string[], value: Json): JsonObject {
  if (key === undefined) return body;
  const inner = body[key];
  return { ...body, [key]: rest.length === 0 ? value : put(isJsonObject(inner) ? inner : {}, rest, value) };
}

/** Numbers as text, at any depth. */
function asText(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, numberAsText(value)]));
}

function numberAsText(value: Json): Json {
  if (typeof value === "number") return String(value);
  return isJsonObject(value) ? asText(value) : value;
}
