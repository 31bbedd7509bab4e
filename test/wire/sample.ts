import { existsSync, readFileSync } from "node:fs";
import type { JsonObject } from "../../provider/core/json.ts";
import { rowSchema } from "../../emulator/records/record.ts";

/** The stored reply of an operation: see README.md. */
export function sample(action: string): JsonObject {
  const file = new URL(`${action}.json`, import.meta.url);
  if (!existsSync(file)) throw new Error(`test/wire/${action}.json is missing: store the document's own sample there.`);
  return rowSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}
