import { ReplyError } from "./errors/ReplyError.ts";
import type { Json } from "./json.ts";

const MAX_DEPTH = 100;

/**
 * pop-core's JSON parser makes objects without a prototype, and BigNumber objects of numbers with more than fifteen
 * characters. From here on there is plain JSON only; such a number becomes its decimal text, so that no digit is lost.
 */
export function toPlainJson(value: unknown, depth = 0): Json {
  if (depth > MAX_DEPTH) throw new ReplyError(`The reply is nested deeper than ${MAX_DEPTH} levels.`);
  if (value === null || typeof value === "boolean") return value;
  // Half a surrogate pair, which JSON can write, cannot be sent on.
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map((each) => toPlainJson(each, depth + 1));
  if (typeof value !== "object") return null;
  if ("toFixed" in value && typeof value.toFixed === "function") return String(value.toFixed());
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlainJson(inner, depth + 1)]));
}
