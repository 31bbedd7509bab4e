import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../provider/core/json.ts";
import { writeProperties } from "../../provider/server/propertyBag.ts";
import { encodeReturn } from "../../provider/server/protobuf/encodeReturn.ts";
import { PreparedItems } from "../../provider/server/protobuf/PreparedItems.ts";
import { unknownValue } from "../support/plugin/pluginProperties.ts";

/** What the engine reads: the official class, which knows nothing of our encoder. */
async function returned(values: JsonObject, { secret = false, prepared = new PreparedItems() } = {}) {
  const bytes = Buffer.concat(await encodeReturn(values, secret, prepared));
  const response = providerProto.InvokeResponse.deserializeBinary(bytes);
  expect(response.getFailuresList()).toEqual([]);
  return response.getReturn()?.toJavaScript();
}

/** What the official classes write of the same values. */
function official(values: JsonObject, { secret = false } = {}) {
  const response = new providerProto.InvokeResponse();
  response.setReturn(writeProperties(values, () => secret));
  return providerProto.InvokeResponse.deserializeBinary(response.serializeBinary()).getReturn()?.toJavaScript();
}

// The official classes drop half a surrogate pair, and decoding a reply replaces it before anything is written.
const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", unknownValue, "備份", "\u{1f4be}".repeat(70)));
const json = fc.letrec<{ value: JsonObject[string]; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 5 }),
    tie("object"),
  ),
  object: fc.dictionary(text, tie("value"), { maxKeys: 6, noNullPrototype: true }),
}));

describe("what the engine reads is what the official classes would have written", () => {
  test.each([false, true])("of any values, secret: %s", async (secret) => {
    await fc.assert(
      fc.asyncProperty(json.object, async (values) => {
        expect(await returned(values, { secret })).toEqual(official(values, { secret }));
      }),
      { numRuns: 500 },
    );
  });
});

describe("items of a list that have been prepared", () => {
  test("are what they would have been, whichever of them, and in whatever order", async () => {
    const items = fc.array(fc.tuple(json.object, fc.boolean(), fc.nat({ max: 4 })), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(items, fc.boolean(), async (all, secret) => {
        const prepared = new PreparedItems();
        const early = all.filter(([, isEarly]) => isEarly);
        for (let page = 0; page <= 4; page++) {
          prepared.add(early.filter(([, , ofPage]) => ofPage === page).map(([item]) => item));
        }
        const values = { backups: all.map(([item]) => item), ids: ["1"] };
        expect(await returned(values, { secret, prepared })).toEqual(official(values, { secret }));
      }),
      { numRuns: 300 },
    );
  });

  test("of a list of many megabytes", async () => {
    const backups = Array.from({ length: 3000 }, (_, index) => ({ backupId: String(index), note: "備份".repeat(200) }));
    const prepared = new PreparedItems();
    for (const backup of backups.filter((_, index) => index % 3 > 0)) prepared.add([backup]);
    expect(await returned({ backups }, { prepared })).toEqual({ backups });
  });

  test("that the list does not have are left out", async () => {
    const prepared = new PreparedItems();
    prepared.add([{ backupId: "1" }]);
    expect(await returned({ backups: [{ backupId: "2" }] }, { prepared })).toEqual({ backups: [{ backupId: "2" }] });
  });
});

test("nothing at all is an empty object", async () => {
  expect(await returned({})).toEqual({});
});

test("a secret is marked with the signature of Pulumi's protocol", async () => {
  expect(await returned({ backupId: "1", tags: ["a"] }, { secret: true })).toEqual({
    backupId: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "1" },
    tags: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: ["a"] },
  });
});

test.each([0, 1, 255, 256, 257, 512, 10_000])("a list of %d records arrives whole and in its order", async (count) => {
  const backups = Array.from({ length: count }, (_, index) => ({
    backupId: String(index),
    note: "x".repeat(index % 300),
  }));
  expect(await returned({ backups, region: "cn-hangzhou" })).toEqual({ backups, region: "cn-hangzhou" });
});

test.each([127, 128, 16_383, 16_384, 3_000_000])("a text of %d bytes arrives whole", async (bytes) => {
  expect(await returned({ text: "x".repeat(bytes), after: 1 })).toEqual({ text: "x".repeat(bytes), after: 1 });
});

test("items of a list that is read again are forgotten", () => {
  const prepared = new PreparedItems();
  const [before, now] = [{ backupId: "1" }, { backupId: "1" }];
  prepared.add([before]);
  prepared.clear();
  prepared.add([now]);
  expect(prepared.get(before)).toBeUndefined();
  expect(prepared.get(now)).toBeDefined();
});

test("other work goes on while a long list is written", async () => {
  const order: string[] = [];
  const written = encodeReturn({ backups: Array.from({ length: 5000 }, () => ({ backupId: "1" })) }, false);
  setImmediate(() => order.push("other work"));
  await written;
  order.push("written");
  expect(order).toEqual(["other work", "written"]);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])("%d is refused, as JSON has no such number", async (value) => {
  await expect(encodeReturn({ size: value }, false)).rejects.toThrow(`${value} cannot be sent`);
});
