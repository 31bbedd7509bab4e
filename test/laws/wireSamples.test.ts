import { describe, expect, test } from "vitest";
import { isBlank, isJsonObject, type Json, type JsonObject } from "../../provider/core/json.ts";
import type { Operation } from "../../provider/core/operation.ts";
import { readPage } from "../../provider/core/readPage.ts";
import { operations } from "../../provider/operations/index.ts";
import { declaredFields } from "../support/laws/declared.ts";
import { knownFields } from "../wire/knownFields.ts";
import { sample } from "../wire/sample.ts";

describe.each(operations)("$api.action", (operation) => {
  const declared = declaredFields(operation).map(({ wire }) => wire);
  const ignored = Object.keys(operation.ignored);
  // An operation that was just added has its sample alone, which is the document's as well.
  const known = knownFields[operation.api.action] ?? keysOf(rawRows(operation, sample(operation.api.action)));

  test("has a sample that can be read", () => {
    const raw = rawRows(operation, sample(operation.api.action));
    const { rows } = readPage(operation, sample(operation.api.action));
    expect(rows).toHaveLength(raw.length);
  });

  test("every key of the sample's rows is declared, or ignored with a reason", () => {
    const keys = keysOf(rawRows(operation, sample(operation.api.action)));
    expect(keys.filter((key) => !declared.includes(key) && !ignored.includes(key))).toEqual([]);
  });

  test("every field is one that the documents know", () => {
    expect(declared.filter((wire) => !known.includes(wire))).toEqual([]);
    expect(ignored.filter((wire) => !known.includes(wire))).toEqual([]);
  });

  test("every field that the documents know is declared, or ignored with a reason, and not both", () => {
    expect(known.filter((wire) => !declared.includes(wire) && !ignored.includes(wire))).toEqual([]);
    expect(ignored.filter((wire) => declared.includes(wire))).toEqual([]);
  });

  test("no sent value of the sample goes lost without being named unreadable", () => {
    const raw = rawRows(operation, sample(operation.api.action));
    const { rows } = readPage(operation, sample(operation.api.action));
    const lost = rows.flatMap(({ record, links, unreadable }, index) =>
      declaredFields(operation)
        .filter(({ wire }) => !isBlank(raw[index]?.[wire]))
        .filter(({ name }) => !(name in record || name in links || unreadable.has(name)))
        .map(({ wire }) => wire),
    );
    expect(lost).toEqual([]);
  });
});

function keysOf(rows: readonly JsonObject[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** The rows as they stand in the sample: a wrapper with a list, or the row in place of the wrapper. */
function rawRows({ api: { reply } }: Operation, body: JsonObject): readonly JsonObject[] {
  let value: Json | undefined = body;
  for (const key of reply.rows) value = isJsonObject(value) && key in value ? value[key] : value;
  const list = Array.isArray(value) ? value : [value];
  return list.filter((each) => isJsonObject(each));
}
