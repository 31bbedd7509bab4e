import { expect, test } from "vitest";
import { jsonErrorLine } from "../../provider/client/credentials/profiles/jsonErrorLine.ts";

test.each([
  ["", 1],
  ["hello", 1],
  ['{\n  "a": 1,\n  "b": oops\n}\n', 3],
  ['{\n  "a": 1\n  "b": 2\n}\n', 3],
  ['{\n  "a": "never ends\n}\n', 2],
  ['{\n  "a": 1,\n}\n', 3],
  ['{\n  "a": [1,\n\n', 2],
  ['{\n  "a": 1\n}\nmore\n', 4],
  ['{\n  "profile": "(line 7 column 1)",\n  "b": oops }', 3],
])("%j: line %i", (text, line) => expect(jsonErrorLine(text)).toBe(line));
