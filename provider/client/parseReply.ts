import { ReplyError } from "../core/errors/ReplyError.ts";
import type { Json } from "../core/json.ts";
import { toPlainJson } from "../core/toPlainJson.ts";
import { type NumberSpan, scanJson } from "./scanJson.ts";

/** Deeper than any reply that is documented. */
const MAX_DEPTH = 100;
/** The most digits of which every number is exact in a double. */
const MAX_DIGITS = 15;

/**
 * The JSON of a reply; undefined for what is none. A number of many digits becomes text, so that none of them is lost.
 *
 * @throws ReplyError for JSON that is nested too deeply: parsing it could take all memory.
 */
export function parseReply(text: string): Json | undefined {
  const json = text.replace(/^\uFEFF/, "");
  const { isTooDeep, unusualNumbers } = scanJson(json, { maxDepth: MAX_DEPTH, maxNumberLength: MAX_DIGITS });
  if (isTooDeep) throw new ReplyError(`The reply is nested deeper than ${MAX_DEPTH} levels.`);
  const parsed = parse(withExactNumbers(json, unusualNumbers));
  // Only by its number can half a surrogate pair come into what was UTF-8.
  return parsed !== undefined && json.includes("\\u") ? toPlainJson(parsed) : parsed;
}

function parse(json: string): Json | undefined {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The same JSON; but numbers that a double does not hold are text, and those that are larger than any are null. */
function withExactNumbers(json: string, places: readonly NumberSpan[]): string {
  if (places.length === 0) return json;
  let exact = "";
  let from = 0;
  for (const { start, end } of places) {
    exact += json.slice(from, start) + exactNumber(json.slice(start, end), isKey(json, end));
    from = end;
  }
  return exact + json.slice(from);
}

function exactNumber(source: string, isKey: boolean): string {
  // What is no JSON must not become JSON.
  if (isKey || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(source)) return source;
  if (source.length > MAX_DIGITS) return `"${source.replace(/^(-?\d+)\.0+$/, "$1")}"`;
  return Number.isFinite(Number(source)) ? source : "null";
}

function isKey(json: string, end: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = end;
  return colon.test(json);
}
