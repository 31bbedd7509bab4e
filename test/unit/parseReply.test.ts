import fc from "fast-check";
import { expect, test } from "vitest";
import { parseReply } from "../../provider/client/parseReply.ts";
import { toPlainJson } from "../../provider/core/toPlainJson.ts";

test.each([
  ["1894629053", 1894629053],
  ["123456789012345", 123456789012345],
  ["1234567890123456", "1234567890123456"],
  ["12345678901234567890", "12345678901234567890"],
  ["-12345678901234567890", "-12345678901234567890"],
  ["1234567890123456.00", "1234567890123456"],
  ["12345678901234.5678", "12345678901234.5678"],
  ["0.5", 0.5],
  ["1e3", 1000],
])("N9: the number %s keeps all its digits", (written, value) => {
  expect(parseReply(`{"id":${written},"list":[${written}]}`)).toEqual({ id: value, list: [value] });
});

test("N9: keys that every object has are data, at every depth", () => {
  const text = '{"constructor":1,"a":[{"__proto__":{"b":2},"valueOf":3,"c":4}]}';
  const parsed = toPlainJson(parseReply(text));
  expect(JSON.stringify(parsed)).toBe(text);
});

test("B42, N9: of a key that is there twice the last one counts", () => {
  expect(parseReply('{"constructor":1,"a":1,"constructor":2,"a":3}')).toEqual({ constructor: 2, a: 3 });
});

test.each(["", "{", '{"constructor":1', "<html>", '{"a":01}', "{'a':1}"])(
  "N9: what is not JSON is not read: %#",
  (text) => expect(parseReply(text)).toBeUndefined(),
);

test.each(["[", '{"a":'])("%s without end is refused before it takes any memory", (opening) => {
  expect(() => parseReply(opening.repeat(100_000))).toThrow("nested deeper than 100 levels");
});

test("brackets in text are no nesting, whatever stands before them", () => {
  const text = JSON.stringify({ a: `\\"${"[".repeat(200)}`, b: ["\\"], c: "{".repeat(200) });
  expect(parseReply(text)).toEqual(JSON.parse(text));
});

test("a mark of the byte order is no part of the JSON", () => {
  expect(parseReply('\uFEFF{"a":1}')).toEqual({ a: 1 });
});

test("any other JSON is what it is", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // More than fifteen characters, the sign among them, are kept as text.
      const text = JSON.stringify(value).replace(/-\d[\d.e+-]{14,}|\d[\d.e+-]{15,}/g, "7");
      expect(parseReply(text)).toEqual(JSON.parse(text));
    }),
  );
});

/** What a number is as a JavaScript value: as many digits as a double does not hold are text. */
function byReviver(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) => {
      const source = context?.source ?? "";
      if (typeof value !== "number") return value;
      if (source.length > 15) return source.replace(/^(-?\d+)\.0+$/, "$1");
      return Number.isFinite(value) ? value : null;
    });
  } catch {
    return undefined;
  }
}

test("numbers in every place and form, and what only looks like one, are what a reviver makes of them", () => {
  const digits = fc.stringMatching(/^-?\d{1,20}(\.\d{1,18}|\.0{1,18})?([eE][+-]?\d{1,3})?$/);
  const token = fc.oneof(
    digits,
    fc.constantFrom(...["1e999", "-1e999", "01234567890123456", "1234567890123456.", "--1234567890123456", "null"]),
    digits.map((text) => `"${text}"`),
    fc.constantFrom('"\\\\"', '"\\""', '"a:1234567890123456,"', '"\\",1234567890123456"'),
  );
  const space = fc.constantFrom("", " ", "\n");
  const separator = fc.constantFrom(",", ":", "]", "[", "{", "}", ',"k":', "");
  const soup = fc.array(fc.tuple(token, space, separator), { maxLength: 6 }).map((parts) => parts.flat().join(""));
  const list = fc.array(fc.tuple(space, token, space).map((parts) => parts.join(""))).map((items) => `[${items}]`);
  const object = fc.array(token).map((items) => `{${items.map((item, place) => `"k${place}":${item}`)}}`);
  fc.assert(
    fc.property(fc.oneof(soup, list, object), (text) => {
      expect(parseReply(text)).toStrictEqual(byReviver(text));
    }),
    { numRuns: 3000 },
  );
});
