import fc from "fast-check";
import { editJson } from "../../../emulator/faults/editJson.ts";
import type { JsonObject } from "../../../provider/core/json.ts";
import { isJsonObject, type Json } from "../../../provider/core/json.ts";
import { anyJson, anyText } from "./anyValue.ts";

export interface RandomReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Change {
  readonly place: number;
  readonly value: Json | undefined;
}

const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat({ max: 10_000 }),
  value: fc.option(anyJson, { nil: undefined }),
});

const headerText = fc.string({ unit: "grapheme-ascii", maxLength: 20 });
const headers = fc.record(
  {
    "x-acs-retry-after": fc.oneof(fc.constantFrom("0", "-1", "100", "1e308", "soon"), headerText),
    "retry-after": fc.oneof(fc.constantFrom("1", "86400", "Sat, 01 Jan 2000 00:00:00 GMT"), headerText),
    date: fc.oneof(fc.constantFrom("Mon, 10 Aug 2026 12:00:30 GMT", "Sat, 01 Jan 2000 00:00:00 GMT"), headerText),
    "content-type": fc.constantFrom("application/json", "text/html", "text/xml"),
  },
  { requiredKeys: ["content-type"] },
);
const status = fc.oneof(
  { weight: 6, arbitrary: fc.constant(200) },
  { weight: 4, arbitrary: fc.constantFrom(201, 204, 302, 400, 401, 403, 404, 429, 500, 502, 503) },
);
const envelope = fc.record(
  { Success: anyJson, Code: anyJson, ErrCode: anyJson, Message: anyJson, ErrMessage: anyJson, RequestId: anyText },
  { requiredKeys: [] },
);

/** Replies that are nearly right: some places of an honest one changed, or cut, or something else altogether. */
export function anyReply(honest: JsonObject): fc.Arbitrary<RandomReply> {
  const changed = fc.array(change, { maxLength: 4 }).map((changes) => changes.reduce<Json>(changeAt, honest));
  const body = fc.oneof(
    { weight: 6, arbitrary: changed.map((json) => JSON.stringify(json)) },
    { weight: 3, arbitrary: fc.tuple(changed, envelope).map(([json, around]) => JSON.stringify(merged(json, around))) },
    { weight: 1, arbitrary: anyJson.map((json) => JSON.stringify(json)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(changed, fc.nat({ max: 2000 }))
        .map(([json, length]) => JSON.stringify(json).slice(0, length)),
    },
    { weight: 1, arbitrary: anyText },
  );
  return fc.record({ status, headers, body });
}

function merged(json: Json, around: JsonObject): Json {
  return isJsonObject(json) ? { ...json, ...around } : json;
}

function changeAt(json: Json, { place, value }: Change): Json {
  const places = placesIn(json);
  return editJson(json, places[place % places.length] ?? [], value);
}

/** Every place in it, from the outside in. */
function placesIn(json: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof json !== "object" || json === null) return [path];
  return [path, ...Object.entries(json).flatMap(([key, inner]: [string, Json]) => placesIn(inner, [...path, key]))];
}
