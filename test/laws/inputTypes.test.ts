import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { settingsSchema } from "../../provider/client/settings.ts";
import type { InputType } from "../../provider/core/inputType.ts";
import type { Json } from "../../provider/core/json.ts";
import { readMoment } from "../../provider/core/moment.ts";
import type { ObjectInputType } from "../../provider/core/objectInputType.ts";
import { toPlainJson } from "../../provider/core/toPlainJson.ts";
import { gates } from "../../provider/gates/gates.ts";
import { functions } from "../../provider/lookups/functions.ts";
import { oddTexts } from "../support/laws/oddTexts.ts";

const odd: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.oneof(fc.integer({ min: -2, max: 110 }), fc.constantFrom(0, -0, 1.5, 1e21, 2 ** 53, 600_000, 43_201)),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom(...oddTexts), { maxLength: 3 }),
);

/** The words of a type that takes only some: random text would never hit one. */
function wordsOf({ schema }: InputType): readonly string[] {
  const { enum: words = [] } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return words.filter((word) => typeof word === "string");
}

function valuesFor(inputType: InputType): fc.Arbitrary<Json> {
  const words = wordsOf(inputType);
  return words.length === 0 ? odd : fc.oneof(odd, fc.constantFrom(...words));
}

/** An object with some of the members, and now and then one that is none. */
function objectsFor({ shape }: ObjectInputType): fc.Arbitrary<Json> {
  const members = Object.entries(shape).map(([name, member]) => [name, valuesFor(member)] as const);
  const all = fc.record({ ...Object.fromEntries(members), other: odd }, { requiredKeys: [] });
  return all.map((value) => toPlainJson(value));
}

function accepts(inputType: InputType, value: Json): boolean {
  return inputType.schema.safeParse(value).success;
}

const described = new Map<string, ObjectInputType>([
  ["the provider's configuration", settingsSchema],
  ...[...functions, ...gates].map(({ name, inputs }): [string, ObjectInputType] => [name, inputs]),
]);

describe.each([...described])("%s", (_, inputs) => {
  test("each argument is read just where zod accepts it", () => {
    for (const member of Object.values(inputs.shape)) {
      const check = (value: Json) => {
        expect(member.read(value) !== undefined).toBe(accepts(member, value));
      };
      fc.assert(fc.property(valuesFor(member), check), { numRuns: 60 });
    }
  });

  test("text that means nothing else is read as zod reads it", () => {
    for (const member of Object.values(inputs.shape).filter(({ isText }) => isText)) {
      const check = (value: Json) => {
        expect(member.read(value)).toEqual(member.schema.safeParse(value).data);
      };
      fc.assert(fc.property(valuesFor(member), check), { numRuns: 60 });
    }
  });

  test("all together are read just where zod accepts them, and no rule is broken", () => {
    const check = (value: Json) => {
      const isRight = accepts(inputs, value) && inputs.ruleFailuresOf(value).length === 0;
      expect(inputs.read(value) !== undefined).toBe(isRight);
    };
    fc.assert(fc.property(objectsFor(inputs), check), { numRuns: 60 });
  });
});

test("objects inside the configuration take no member that they do not know, as with zod", () => {
  for (const name of ["endpoints", "assumeRole", "assumeRoleWithOidc"] as const) {
    const member = settingsSchema.shape[name];
    const values = fc.dictionary(fc.constantFrom("rds", "sts", "roleArn", "oidcToken", "policy", "__proto__"), odd);
    const check = (value: Readonly<Record<string, Json>>) => {
      expect(member.read(value) !== undefined).toBe(accepts(member, value));
    };
    fc.assert(fc.property(values, check));
  }
});

const digits = (min: number, max: number) => fc.integer({ min, max }).map((value) => String(value).padStart(2, "0"));
const dates = fc.tuple(fc.constantFrom("1900", "2000", "2024", "2026", "0099", "10000"), digits(0, 13), digits(0, 32));
const clocks = fc.tuple(digits(0, 25), digits(0, 61), fc.constantFrom("", ":00", ":59", ":60", ":07.25", ":7", ":07."));
const zones = fc.constantFrom("Z", "z", "", "+08:00", "-00:00", "+24:00", "+8", "-0530", "+08:60");

test("a time is read just where zod's RFC 3339 accepts it, and as the same moment", () => {
  const forms = [z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })];
  const check = ([date, [hour, minute, second], zone]: [string[], string[], string]) => {
    const text = `${date.join("-")}T${hour}:${minute}${second}${zone}`;
    const isRight = forms.some((form) => form.safeParse(text).success);
    expect(readMoment(text)).toEqual(isRight ? { at: Date.parse(text) } : undefined);
  };
  fc.assert(fc.property(fc.tuple(dates, clocks, zones), check), { numRuns: 3000 });
});
