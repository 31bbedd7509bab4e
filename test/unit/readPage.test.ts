import { describe, expect, test } from "vitest";
import { ReplyError } from "../../provider/core/errors/ReplyError.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { readPage } from "../../provider/core/readPage.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";

const row = { BackupId: "1", DBInstanceId: "rm-1" };
const other = { BackupId: "2", DBInstanceId: "rm-1" };

function ids(body: JsonObject): readonly string[] {
  return readPage(describeBackups, body).rows.map(({ id }) => id);
}

describe("B39: rows are found", () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ["in the wrapper's list", { Items: { Backup: [row, other] }, TotalRecordCount: 2 }, ["1", "2"]],
    ["as the wrapper's single object", { Items: { Backup: row }, TotalRecordCount: 1 }, ["1"]],
    ["in place of the wrapper", { Items: row, TotalRecordCount: 1 }, ["1"]],
    ["as a bare list", { Items: [row, other], TotalRecordCount: 2 }, ["1", "2"]],
    ["though the total cannot be read", { Items: { Backup: [row] }, TotalRecordCount: null }, ["1"]],
    ["though there is no total", { Items: { Backup: [row] } }, ["1"]],
  ])("%s", (_, body, expected) => expect(ids(body)).toEqual(expected));
});

describe("with a total of 0, no rows are", () => {
  test.each<[string, JsonObject]>([
    ['""', { Items: "" }],
    ["null", { Items: null }],
    ["absent", {}],
    ["{}", { Items: {} }],
    ["[]", { Items: [] }],
    ['a wrapper of ""', { Items: { Backup: "" } }],
    ["a wrapper of null", { Items: { Backup: null } }],
    ["a wrapper of []", { Items: { Backup: [] } }],
  ])("%s", (_, body) =>
    expect(readPage(describeBackups, { ...body, TotalRecordCount: 0 })).toMatchObject({ rows: [], total: 0 }),
  );
});

describe("no rows are not believed without a total", () => {
  test.each<[string, JsonObject]>([
    ['""', { Items: "" }],
    ["null", { Items: null }],
    ["absent", {}],
    ["{}", { Items: {} }],
    ["[]", { Items: [] }],
    ["a wrapper of []", { Items: { Backup: [] } }],
    ["a total that is empty text", { Items: [], TotalRecordCount: "" }],
    ["a total that is not a number", { Items: [], TotalRecordCount: "none" }],
    ["a negative total", { Items: [], TotalRecordCount: -1 }],
  ])("%s", (_, body) => expect(() => ids(body)).toThrow(ReplyError));
});

describe("an absent list is an error when the total says that there are rows", () => {
  test.each<[string, JsonObject]>([
    ["absent", {}],
    ["null", { Items: null }],
    ["a wrapper of null", { Items: { Backup: null } }],
    ["a wrapper of something else", { Items: { Other: [] } }],
  ])("%s", (_, body) =>
    expect(() => ids({ ...body, TotalRecordCount: 3 })).toThrow("an absent list is not an empty one"),
  );
});

describe("what is not a list of rows is an error", () => {
  test.each<[string, JsonObject]>([
    ["a number", { Items: 7 }],
    ["a text", { Items: { Backup: "none" } }],
    ["a list that holds null", { Items: { Backup: [row, null] } }],
    ["a list that holds empty text", { Items: { Backup: [row, ""] } }],
    ["a list that holds text", { Items: { Backup: ["1"] } }],
    ["a row without an ID", { Items: { Backup: [{ DBInstanceId: "rm-1" }] } }],
    ["a row with an empty ID", { Items: { Backup: [{ BackupId: "" }] } }],
    ["a row whose ID is an object", { Items: { Backup: [{ BackupId: {} }] } }],
  ])("%s", (_, body) => expect(() => ids({ ...body, TotalRecordCount: 1 })).toThrow(ReplyError));
});

test.each([
  [2, 2],
  ["2", 2],
  [" 2 ", 2],
  ["", undefined],
  [null, undefined],
  [1.5, undefined],
  ["2.0", undefined],
  [true, undefined],
])("a total of %j is %j", (sent, meant) => {
  expect(readPage(describeBackups, { Items: [row, other], TotalRecordCount: sent }).total).toBe(meant);
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
  "an unknown key %s is data, nothing more",
  (key) => {
    const body: JsonObject = JSON.parse(
      `{"${key}":{"x":1},"TotalRecordCount":1,"Items":{"${key}":1,"Backup":[{"BackupId":"1","${key}":"x"}]}}`,
    );
    expect(ids(body)).toEqual(["1"]);
    expect(Reflect.get({}, "x")).toBeUndefined();
  },
);
