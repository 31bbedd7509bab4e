import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readExpiry, readTime } from "../../provider/core/replyForms.ts";
import { formatTime } from "../../provider/core/time.ts";
import { operations } from "../../provider/operations/index.ts";
import { declaredFields, identityWire } from "../support/laws/declared.ts";
import { decodeByCodecs } from "../support/laws/decodeByCodecs.ts";
import { anyWireValue } from "../support/laws/wireValues.ts";

// Rows are read without zod. What a field means stays with its codec: nothing may be read that the codec refuses.
describe.each(operations)("$api.action", (operation) => {
  test.each(declaredFields(operation))("$name is read as its codec decodes it", ({ field }) => {
    fc.assert(
      fc.property(anyWireValue, (sent) => {
        expect(field.read(sent)).toStrictEqual(field.schema.safeParse(sent).data);
      }),
      { numRuns: 300 },
    );
  });

  test("a row is read as the codecs of all its fields decode it", () => {
    const wires = declaredFields(operation).map(({ wire }) => wire);
    const anyRow = fc.dictionary(fc.constantFrom(...wires, "Unknown", "__proto__"), anyWireValue, { maxKeys: 60 });
    fc.assert(
      fc.property(anyRow, (fields) => {
        const raw = { ...fields, [identityWire(operation)]: "1" };
        const { record, links, unreadable, orderTime } = operation.decodeRow(raw);
        const expected = decodeByCodecs(operation, raw);
        const { [operation.times.orderTime?.name ?? ""]: shownTime, ...fieldsOfRecord } = record;
        if (operation.times.orderTime) expect(shownTime).toBe(orderTime && formatTime(orderTime.at));
        // Their order as well: the content of two rows is compared as text.
        expect(JSON.stringify([fieldsOfRecord, links])).toBe(JSON.stringify([expected.record, expected.links]));
        expect(new Set(unreadable)).toEqual(expected.unreadable);
      }),
      { numRuns: 300 },
    );
  });
});

test("a time in the usual form is read like one with a stray blank, which is checked by the calendar", () => {
  fc.assert(
    fc.property(anyWireValue, (sent) => {
      const text = typeof sent === "string" ? sent : JSON.stringify(sent);
      const blank = text.replace("T", " T");
      expect(readTime(text)).toBe(readTime(blank));
      expect(readExpiry(text)).toBe(readExpiry(blank));
    }),
    { numRuns: 2000 },
  );
});
