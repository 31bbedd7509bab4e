import type { Json, JsonObject } from "./json.ts";
import { isBlank, isJsonObject } from "./json.ts";
import { loadZod } from "./loadZod.ts";
import { replyCodec } from "./replyCodec.ts";

/** Rows of text inside a row, under a wrapper that may be empty or hold a single object. */
export function wrappedTextRowsCodec(wrapper: string, members: Readonly<Record<string, string>>) {
  return replyCodec(() => sides(loadZod()), {
    read: (raw) => findRows(raw, wrapper)?.map((row) => pickTexts(row, members)),
    encode: (list) => ({ [wrapper]: list }),
  });
}

function sides(z: ReturnType<typeof loadZod>) {
  return { wire: z.custom<Json>(), value: z.array(z.record(z.string(), z.string())) };
}

function findRows(raw: Json, wrapper: string): readonly JsonObject[] | undefined {
  const inner = isJsonObject(raw) ? member(raw, wrapper) : raw;
  if (isJsonObject(raw) && Object.keys(raw).length > 0 && inner === undefined) return undefined;
  if (isBlank(inner)) return [];
  const list: readonly Json[] = Array.isArray(inner) ? inner : [inner];
  return list.every(isJsonObject) ? list : undefined;
}

/** What the row itself has, and not every object. */
function member(row: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(row, name) ? row[name] : undefined;
}

function pickTexts(row: JsonObject, members: Readonly<Record<string, string>>): Record<string, string> {
  const texts = Object.entries(members).map(([name, wire]) => [name, member(row, wire)] as const);
  return Object.fromEntries(
    texts.filter((each): each is [string, string] => typeof each[1] === "string" && each[1] !== ""),
  );
}
