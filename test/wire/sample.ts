import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { JsonObject } from "../../provider/core/json.ts";

const jsonObject = z.record(z.string(), z.json());

/** The stored reply of an operation: see README.md. */
export function sample(action: string): JsonObject {
  const file = new URL(`${action}.json`, import.meta.url);
  if (!existsSync(file)) throw new Error(`test/wire/${action}.json is missing: store the document's own sample there.`);
  return jsonObject.parse(JSON.parse(readFileSync(file, "utf8")));
}
