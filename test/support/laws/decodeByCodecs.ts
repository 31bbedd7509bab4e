import { z } from "zod";
import type { Json, JsonObject } from "../../../provider/core/json.ts";
import { isBlank } from "../../../provider/core/json.ts";
import type { Operation } from "../../../provider/core/operation.ts";

interface ByCodecs {
  readonly record: JsonObject;
  readonly links: JsonObject;
  readonly unreadable: ReadonlySet<string>;
}

/** A row as zod reads it, with the codecs of all fields at once: what is faster must come to the same. */
export function decodeByCodecs({ fields, api }: Operation, raw: JsonObject): ByCodecs {
  const wireValues: Record<string, Json> = {};
  const unreadable = new Set<string>();
  for (const [name, { wire }] of Object.entries(fields)) {
    const value = Object.hasOwn(raw, wire) ? raw[wire] : undefined;
    const saysNone = typeof value === "string" && api.noneTexts.includes(value);
    if (!isBlank(value) && !saysNone) wireValues[name] = value;
  }
  const schemas = Object.entries(fields).map(([name, { schema }]) => [name, schema] as const);
  const row = z.object(Object.fromEntries(schemas));
  let parsed = row.safeParse(wireValues);
  while (!parsed.success) {
    for (const { path } of parsed.error.issues) {
      unreadable.add(String(path[0]));
      delete wireValues[String(path[0])];
    }
    parsed = row.safeParse(wireValues);
  }
  const values = Object.entries(parsed.data).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  const isSecret = ([name]: readonly [string, Json]) => fields[name]?.secret === true;
  return {
    record: Object.fromEntries(values.filter((each) => !isSecret(each))),
    links: Object.fromEntries(values.filter(isSecret)),
    unreadable,
  };
}
