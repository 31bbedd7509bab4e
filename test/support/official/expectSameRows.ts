import { expect } from "vitest";
import type { Emulator } from "../../../emulator/index.ts";
import { isJsonObject, type Json, type JsonObject } from "../../../provider/core/json.ts";
import { type Reading, rowsOf } from "./readings.ts";

/**
 * Every row of the emulator is among these once, with the same values. Generated clients drop the fields that they do
 * not know, so each row needs to be part of one of the emulator's only.
 */
export function expectSameRows(rows: readonly Json[], emulator: Emulator, reading: Reading): void {
  const left = new Set(rowsOf(emulator, reading));
  for (const row of rows) {
    const same = [...left].find((candidate) => isJsonObject(row) && isPartOf(row, candidate));
    if (same === undefined) throw new Error(`The emulator has no such row: ${JSON.stringify(row)}`);
    left.delete(same);
  }
  expect([...left]).toEqual([]);
}

function isPartOf(row: JsonObject, whole: JsonObject): boolean {
  const fields = Object.entries(row);
  return fields.length > 5 && fields.every(([key, value]) => JSON.stringify(whole[key]) === JSON.stringify(value));
}
