import { describe, expect, test } from "vitest";
import { readPropertyBag, writeProperties } from "../../provider/server/propertyBag.ts";
import { fromStruct, type Properties, secret, toStruct, unknownValue } from "../support/plugin/pluginProperties.ts";

const read = (properties: Properties) => readPropertyBag(toStruct(properties));

/** An output value, as Pulumi's protocol writes one. Without a `value` it is not known yet. */
const output = (members: Properties) => ({
  "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  ...members,
});

// From Pulumi's sdk/go/common/resource/plugin/rpc.go: one for each type of value.
describe("each of the engine's signs for a value that is not known yet is known", () => {
  test.each([
    ["a boolean", "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"],
    ["a number", "3eeb2bf0-c639-47a8-9e75-3b44932eb421"],
    ["a text", unknownValue],
    ["a list", "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"],
    ["an asset", "030794c1-ac77-496b-92df-f27374a8bd58"],
    ["an archive", "e48ece36-62e2-4504-bad9-02848725956a"],
    ["an object", "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"],
  ])("%s", (_, sign) => {
    const { values, unknown } = read({ plain: sign, deep: { list: ["a", sign] }, hidden: secret(sign), known: "a" });
    expect(unknown).toEqual(new Set(["plain", "deep", "hidden"]));
    expect(values).toEqual({ known: "a" });
  });
});

describe("an output", () => {
  test("without a value is not known yet", () => {
    const { values, unknown } = read({
      one: output({ secret: false }),
      inside: [output({})],
      known: output({ value: 1 }),
    });
    expect(unknown).toEqual(new Set(["one", "inside"]));
    expect(values).toEqual({ known: 1 });
  });
  test("that is a secret is one, and one that is not is none", () => {
    const hidden = output({ value: "rm-1", secret: true });
    const { values, secret: secrets } = read({
      hidden,
      inside: { a: hidden },
      plain: output({ value: "a", secret: false }),
    });
    expect(secrets).toEqual(new Set(["hidden", "inside"]));
    expect(values).toEqual({ hidden: "rm-1", inside: { a: "rm-1" }, plain: "a" });
  });
});

test("what is written as a secret is read as one, and null is as if not given", () => {
  const struct = writeProperties({ a: 1, b: { c: [2] }, d: null }, (name) => name === "b");
  expect(fromStruct(struct)).toEqual({ a: 1, b: secret({ c: [2] }), d: null });
  expect(readPropertyBag(struct)).toEqual({
    values: { a: 1, b: { c: [2] } },
    unknown: new Set(),
    secret: new Set(["b"]),
  });
});
