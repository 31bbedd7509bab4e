import { describe, expect, test } from "vitest";
import { hidingDuring } from "../../provider/core/hiding.ts";
import { learnSecrets } from "../../provider/core/redact.ts";
import { redactToLine, redactToShortLine } from "../../provider/core/redactToShortLine.ts";
import { valueHider } from "../../provider/core/valueHider.ts";

const token = "CAIStokenOfThisTest+with/signs==";
learnSecrets(token);

test.each([
  ["an ordinary word", "Success", "Success"],
  ["lines", "a\r\n  b\n\nc\t d", "a b c d"],
  ["colours and a title", "\u001B[31mred\u001B[0m \u001B]0;title\u0007text", "red text"],
  ["NUL and other signs without a shape", "a\u0000b\u200B\u202Ec\uFEFF", "a bc"],
  ["half a character", "a\uD83Db", "a\uFFFDb"],
  ["a name in any script", "数据库 Ärger 😀", "数据库 Ärger 😀"],
  ["nothing", " \n ", ""],
])("H2: of %s what a line can hold is shown", (_, text, shown) => {
  expect(redactToShortLine(text, 100)).toBe(shown);
  expect(redactToLine(text)).toBe(shown);
});

describe("H2: what is too long is cut", () => {
  test("with a sign that it was, at no more than was asked for", () => {
    expect(redactToShortLine("x".repeat(100), 100)).toBe("x".repeat(100));
    expect(redactToShortLine("x".repeat(101), 100)).toBe(`${"x".repeat(97)}...`);
    expect(redactToShortLine("x".repeat(1_000_000), 100)).toBe(`${"x".repeat(97)}...`);
  });

  test("and not through a character", () => {
    expect(redactToShortLine("😀".repeat(100), 10)).toBe("😀😀😀...");
    for (let length = 3; length < 40; length++)
      expect(redactToShortLine("😀a".repeat(100), length).isWellFormed()).toBe(true);
  });

  test.each([0, 60, 80, 90, 95, 97, 99])("after a secret was taken out, and not before: behind %i others", (before) => {
    const shown = redactToShortLine(`${"y".repeat(before)}${token}${"z".repeat(200)}`, 100);
    expect(shown).not.toContain("CAIS");
    expect(shown.length).toBeLessThanOrEqual(100);
  });

  test.each([16_384, 16_380, 16_360, 16_353])(
    "and nothing of one shows at the end of what is looked at (%i)",
    (end) => {
      const start = `${token} `.repeat(400);
      const text = `${start}${" ".repeat(Math.max(0, end - 20 - start.length))}${token}`;
      expect(redactToShortLine(text + token, 100_000)).not.toContain("CAIS");
      expect(redactToShortLine(`${" ".repeat(end - 10)}${token}${" ".repeat(9999)}`, 100_000)).not.toContain("CAIS");
    },
  );
});

test("a secret with a line break or a colour inside is one all the same", () => {
  const wrapped = `${token.slice(0, 11)}\n   ${token.slice(11, 20)}\u001B[1m${token.slice(20)}`;
  expect(redactToShortLine(`before ${wrapped} after`, 100)).toBe("before [redacted] after");
});

describe("valueHider, by how long a value is", () => {
  const hide = valueHider(["ab1", "deny", "rm-secret-one"], { mark: "[secret]", minInnerLength: 8 });

  test.each([
    ["ab1 and (ab1), but cab1, ab12", "[secret] and ([secret]), but cab1, ab12"],
    ["deny, denyDestroy", "[secret], denyDestroy"],
    ["rm-secret-one_x rm-secret-one2", "[secret]_x [secret]2"],
    ["DBInstanceId%3Drm-secret-one%26x", "DBInstanceId%3D[secret]%26x"],
    ["DBInstanceId%253Dab1%2526x", "DBInstanceId%253D[secret]%2526x"],
  ])("%s", (text, hidden) => expect(hide(text)).toBe(hidden));

  test("holds for the work at hand only, for what is shown and not for what is handed on", async () => {
    const inside = hidingDuring(hide, async () => {
      await Promise.resolve();
      return [redactToShortLine("x rm-secret-one", 100), redactToLine("x rm-secret-one")];
    });
    expect(redactToShortLine("x rm-secret-one", 100)).toBe("x rm-secret-one");
    expect(await inside).toEqual(["x [secret]", "x rm-secret-one"]);
  });
});
