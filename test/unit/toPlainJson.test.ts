import fc from "fast-check";
import { expect, test } from "vitest";
import { ReplyError } from "../../provider/core/errors/ReplyError.ts";
import { isJsonObject } from "../../provider/core/json.ts";
import { toPlainJson } from "../../provider/core/toPlainJson.ts";

/** An object as pop-core's parser makes them: without a prototype. */
function bare(members: object): object {
  return Object.assign(Object.create(null), members);
}

test("numbers of many digits, which arrive as BigNumber objects, keep every digit as text", () => {
  const big = { s: 1, e: 19, c: [123456, 78901234567890], toFixed: () => "12345678901234567890" };
  expect(toPlainJson(bare({ id: big, size: 46_362_220_595 }))).toEqual({
    id: "12345678901234567890",
    size: 46_362_220_595,
  });
});

test("what comes out has a prototype, at every depth", () => {
  const plain = toPlainJson(bare({ Items: bare({ Backup: [bare({ BackupId: "1" })] }) }));
  expect(plain).toStrictEqual({ Items: { Backup: [{ BackupId: "1" }] } });
});

test("any JSON stays what it is", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const sent: unknown = JSON.parse(JSON.stringify(value));
      expect(toPlainJson(sent)).toEqual(sent);
    }),
  );
});

test("nothing that JSON cannot hold comes out", () => {
  const odd = { a: undefined, b: Number.NaN, c: Number.POSITIVE_INFINITY, d: () => 1, e: Symbol("e"), f: 1n };
  expect(JSON.parse(JSON.stringify(toPlainJson(odd)))).toEqual(toPlainJson(odd));
});

test.each(["__proto__", "constructor", "toFixed"])("a key %s is data", (key) => {
  const plain = toPlainJson(JSON.parse(`{"${key}":{"polluted":true}}`));
  expect(isJsonObject(plain) && Object.keys(plain)).toEqual([key]);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("half a character, which JSON can write and nothing can send, becomes the sign for that", () => {
  expect(toPlainJson(JSON.parse('{"Message":"no \\ud83d right"}'))).toEqual({ Message: "no \ufffd right" });
});

test("nesting without end is an error, not a crash", () => {
  const deep: unknown = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`);
  expect(() => toPlainJson(deep)).toThrow(ReplyError);
});
