import { describe, expect, test } from "vitest";
import { ReplyError } from "../../provider/core/errors/ReplyError.ts";
import { isJsonObject, type Json, type JsonObject } from "../../provider/core/json.ts";
import type { Operation } from "../../provider/core/operation.ts";
import { readPage } from "../../provider/core/readPage.ts";
import { distinctUnpagedRows, readWhole } from "../../provider/core/readWhole.ts";
import { operations } from "../../provider/operations/index.ts";
import { identityWire } from "../support/laws/declared.ts";

const SIZE = 30;

describe.each(operations)("a list of $api.action", (operation) => {
  test.each([0, 1, SIZE, SIZE + 1, 1000])("of %i rows is read whole, each row once", async (count) => {
    const rows = await readAll(operation, (index) => reply(operation, slice(operation, count, index), count));
    expect(rows.map(({ id }) => id)).toEqual(names(count));
  });

  test("that is absent is an error", async () => {
    await expect(async () => readAll(operation, () => ({ RequestId: "1" }))).rejects.toThrow(ReplyError);
  });
});

describe.each(operations.filter(({ api }) => api.paging && api.reply.total))(
  "a paged list of $api.action",
  (operation) => {
    test("that is shorter than its total is an error", async () => {
      const short = readAll(operation, (index) => reply(operation, slice(operation, 65, index), 66));
      await expect(short).rejects.toThrow(ReplyError);
    });

    test("with an empty page in the middle is an error", async () => {
      const holed = readAll(operation, (index) => reply(operation, index === 1 ? [] : slice(operation, 90, index), 90));
      await expect(holed).rejects.toThrow(ReplyError);
    });
  },
);

function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `id-${index}`);
}

function slice(operation: Operation, count: number, index: number): readonly JsonObject[] {
  const rows = names(count).map((id) => ({ [identityWire(operation)]: id }));
  return operation.api.paging ? rows.slice(index * SIZE, (index + 1) * SIZE) : rows;
}

function reply(
  {
    api: {
      reply: { rows, total },
    },
  }: Operation,
  list: readonly JsonObject[],
  count: number,
): JsonObject {
  return merge(put(rows, list), total ? put(total, count) : {});
}

function put([key, ...rest]: readonly string[], value: Json): JsonObject {
  return key === undefined ? {} : { [key]: rest.length === 0 ? value : put(rest, value) };
}

function merge(a: JsonObject, b: JsonObject): JsonObject {
  const both = Object.keys(b).filter((key) => key in a);
  const inner = both.map((key): [string, Json] => [key, merge(asObject(a[key]), asObject(b[key]))]);
  return { ...a, ...b, ...Object.fromEntries(inner) };
}

function asObject(value: Json | undefined): JsonObject {
  if (isJsonObject(value)) return value;
  throw new Error("Rows and total share a key that is not a wrapper.");
}

function readAll(operation: Operation, answer: (index: number) => JsonObject) {
  const fetchPage = (index: number) => Promise.resolve(readPage(operation, answer(index)));
  if (operation.api.paging === undefined) return fetchPage(0).then(distinctUnpagedRows);
  return readWhole({
    action: operation.api.action,
    pageSizes: operation.api.paging.size.allowed,
    filteredByMutableField: false,
    maxRows: 10_000,
    pagesAtOnce: 5,
    fetchPage,
    pause: () => Promise.resolve(false),
  });
}
