import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ReplyError } from "../../provider/core/errors/ReplyError.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import type { Operation } from "../../provider/core/operation.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";
import { operations } from "../../provider/operations/index.ts";
import { backupRow, NOW } from "../support/fixtures/backups.ts";
import { declaredFields, identityWire } from "../support/laws/declared.ts";

describe.each(operations)("a row of $api.action", (operation) => {
  test("is decoded or refused, whatever JSON it is", () => {
    fc.assert(
      fc.property(anyRow(operation), (raw) => {
        try {
          const row = operation.decodeRow(raw);
          expect(row.id).not.toBe("");
          for (const { verdict } of operation.judge({}).row(row, NOW))
            expect(["fail", "pending", "unknown"]).toContain(verdict);
        } catch (error) {
          expect(error).toBeInstanceOf(ReplyError);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("is spoilt by no field but its identity", () => {
    const fields = declaredFields(operation).filter(({ name }) => name !== operation.identity.field);
    const raw = Object.fromEntries(fields.map(({ wire }) => [wire, { unexpected: true }]));
    const { id, record, links, unreadable } = operation.decodeRow({ ...raw, [identityWire(operation)]: "1" });
    expect(id).toBe("1");
    expect(record).toEqual({ [operation.identity.field]: "1" });
    const accounted = new Set([...unreadable, ...Object.keys(links)]);
    expect(accounted).toEqual(new Set(fields.map(({ name }) => name)));
  });
});

test.each([
  ["a lone surrogate", "\uD800"],
  ["an emoji", "😀"],
  ["right-to-left marks", "\u202Eabc"],
  ["NUL", "\0"],
  ["as much as a field can hold", "x".repeat(65_536)],
])("%s in a text is data", (_, text) => {
  expect(describeBackups.decodeRow(backupRow("1", 1, { BackupDBNames: text })).record.backupDbNames).toBe(text);
});

test("IDs keep all their digits and zeros", () => {
  const ids = ["1894629053", 1894629053, "00123", "12345678901234567890"];
  expect(ids.map((id) => describeBackups.decodeRow({ BackupId: id }).id)).toEqual([
    "1894629053",
    "1894629053",
    "00123",
    "12345678901234567890",
  ]);
});

/** The declared wire names, with any JSON behind them, and other keys beside them. */
function anyRow(operation: Operation): fc.Arbitrary<JsonObject> {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom("Success", "2017-05-30 T12:11:4Z", "2MB", "[a,b]", "无", 0, 1_663_162_216_000, "True", ""),
  );
  const wire = fc.constantFrom(...declaredFields(operation).map((field) => field.wire), "__proto__", "Unknown");
  return fc.tuple(fc.array(fc.tuple(wire, value)), fc.boolean()).map(([entries, named]) => ({
    ...(named ? { [identityWire(operation)]: "1" } : {}),
    ...JSON.parse(JSON.stringify(Object.fromEntries(entries))),
  }));
}
