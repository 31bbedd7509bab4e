import { describe, expect, test } from "vitest";
import { z } from "zod";
import { settingsSchema } from "../../provider/client/settings.ts";
import { redactedOutputRecord } from "../../provider/core/redactedOutputRecord.ts";
import { gates } from "../../provider/gates/gates.ts";
import { functions } from "../../provider/lookups/functions.ts";
import { outputRecordSchema } from "../../provider/lookups/outputRecordSchema.ts";
import { operations } from "../../provider/operations/index.ts";
import { declaredFields } from "../support/laws/declared.ts";
import { knownFields } from "../wire/knownFields.ts";

const TELLING = /url|link|token|password|secret/i;
const secretNames = operations
  .flatMap(declaredFields)
  .filter(({ secret }) => secret)
  .map(({ name }) => name);

describe.each(operations)("$api.action", (operation) => {
  test("every field that sounds like a link, a token or a password is secret", () => {
    const open = declaredFields(operation).filter(
      ({ name, wire, secret }) => TELLING.test(`${name} ${wire}`) && !secret,
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  test("a record holds no secret field", () => {
    const secret = declaredFields(operation).filter((each) => each.secret);
    const shown = Object.keys(outputRecordSchema(operation).shape);
    expect(shown.filter((name) => secret.some((each) => each.name === name))).toEqual([]);
  });

  test("a decoded row keeps secret fields out of the record", () => {
    const raw = Object.fromEntries(declaredFields(operation).map(({ wire }) => [wire, "1"]));
    const { record, links } = operation.decodeRow(raw);
    const secret = declaredFields(operation).flatMap(({ name, secret }) => (secret ? [name] : []));
    expect(Object.keys(record).filter((name) => secret.includes(name))).toEqual([]);
    expect(Object.keys(links).filter((name) => !secret.includes(name))).toEqual([]);
  });
});

describe.each(operations)("S2: of a row of $api.action", (operation) => {
  const planted = "Bro\nken Signature=s1gnature";
  const raw = Object.fromEntries(declaredFields(operation).map(({ wire }) => [wire, planted]));
  const { record } = operation.decodeRow(raw);
  const output = redactedOutputRecord(operation, operation.decodeRow(raw));
  const ids = Object.keys(record).filter((name) => name === operation.identity.field || /Id$/.test(name));

  test("every text leaves redacted and on one line, and nothing else is changed", () => {
    const texts = Object.entries(output).filter(([name]) => !ids.includes(name));
    const readable = declaredFields(operation).filter(
      ({ secret, field }) => !secret && field.read(planted) !== undefined,
    );
    expect(texts.map(([name]) => name)).toEqual(readable.map(({ name }) => name).filter((name) => !ids.includes(name)));
    // An operation that was just added may have few.
    expect(texts.length).toBeGreaterThan(operation.api.action in knownFields ? 2 : 0);
    for (const [name, value] of texts) expect([name, [value].flat()]).toEqual([name, ["Bro ken Signature=[redacted]"]]);
    expect(Object.keys(output)).toEqual(Object.keys(record));
  });

  test("every ID, and what is judged, is as it came", () => {
    expect(ids).toContain(operation.identity.field);
    for (const name of ids) expect(output[name]).toBe(planted);
    for (const value of Object.values(record)) expect([value].flat()).toEqual([planted]);
  });
});

const linkFunctions = operations.flatMap(({ entity: { linkFunctionStem } }) =>
  linkFunctionStem ? [`get${linkFunctionStem}`] : [],
);
const others = [...functions, ...gates].filter(({ name }) => !linkFunctions.includes(name));

test.each(others)("$name returns no secret field, however deep", ({ outputs }) => {
  const shown = propertyNames(z.toJSONSchema(outputs, { io: "output", unrepresentable: "any" }));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((name) => secretNames.includes(name) || TELLING.test(name))).toEqual([]);
});

test("keys and tokens of the configuration are secret, and nothing else is", () => {
  const secret = Object.entries(settingsSchema.shape).filter(([, { isSecret }]) => isSecret);
  expect(secret.map(([name]) => name).sort()).toEqual([
    "accessKey",
    "assumeRoleWithOidc",
    "credentialsUri",
    "secretKey",
    "securityToken",
  ]);
});

/** The names of all properties in a JSON schema. */
function propertyNames(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, inner]) =>
    key === "properties" && typeof inner === "object" && inner !== null
      ? [...Object.keys(inner), ...Object.values(inner).flatMap(propertyNames)]
      : propertyNames(inner),
  );
}
