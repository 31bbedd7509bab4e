import type { Json } from "../../provider/core/json.ts";
import { isJsonObject } from "../../provider/core/json.ts";

/** The JSON with another value at one place, or with the place taken away. A place that is not there is made. */
export function editJson(json: Json, [key, ...rest]: readonly string[], value: Json | undefined): Json {
  if (key === undefined) return value ?? null;
  if (Array.isArray(json)) return editList(json, key, rest, value);
  const object = isJsonObject(json) ? json : {};
  if (key === "*") {
    return Object.fromEntries(Object.entries(object).map(([name, inner]) => [name, editJson(inner, rest, value)]));
  }
  if (rest.length > 0) return { ...object, [key]: editJson(object[key] ?? {}, rest, value) };
  const others = Object.entries(object).filter(([name]) => name !== key);
  return value === undefined ? Object.fromEntries(others) : { ...object, [key]: value };
}

function editList(list: readonly Json[], key: string, rest: readonly string[], value: Json | undefined): Json {
  const isMeant = (index: number) => key === "*" || key === String(index);
  if (rest.length === 0 && value === undefined) return list.filter((_, index) => !isMeant(index));
  return list.map((item, index) => (isMeant(index) ? editJson(item, rest, value) : item));
}
