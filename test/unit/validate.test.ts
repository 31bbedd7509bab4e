import { expect, test } from "vitest";
import * as argument from "../../provider/core/argument.ts";
import { InputError } from "../../provider/core/errors/InputError.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { type ObjectInputType, object, strictNamedObject } from "../../provider/core/objectInputType.ts";
import { validate } from "../../provider/core/validate.ts";

const schema = object({
  dbInstanceId: argument.identifier,
  backupStatus: argument.choice(["Success", "Failed"]).optional(),
  maxAge: argument.positiveDuration.optional(),
  minCount: argument.count(1, 100).optional(),
  endpoints: strictNamedObject({ rds: argument.text().optional() }, { module: "index", name: "Endpoints" }).optional(),
});

/** What is wrong, by property. */
function failures(given: JsonObject, expected: ObjectInputType = schema): Readonly<Record<string, string>> {
  try {
    validate(expected, given);
  } catch (error) {
    if (error instanceof InputError) {
      return Object.fromEntries(error.failures.map(({ property, reason }) => [property, reason]));
    }
    throw error;
  }
  return {};
}

test("what is right passes, read", () => {
  expect(validate(schema, { dbInstanceId: "rm-1", maxAge: "26h" })).toEqual({
    dbInstanceId: "rm-1",
    maxAge: 93_600_000,
  });
});

test("null is how the engine sends what was not set", () => {
  expect(failures({ dbInstanceId: "rm-1", backupStatus: null })).toEqual({});
  expect(failures({ dbInstanceId: null })).toEqual({ dbInstanceId: "is required" });
});

test("what is missing is named", () => {
  expect(failures({})).toEqual({ dbInstanceId: "is required" });
});

test("a misspelt argument comes with the right one", () => {
  expect(failures({ dbInstanceID: "rm-1" })).toEqual({
    dbInstanceId: "is required",
    dbInstanceID: "there is no argument dbInstanceID: did you mean dbInstanceId?",
  });
});

test("an argument like none comes with all that there are", () => {
  const { somethingElse } = failures({ dbInstanceId: "rm-1", somethingElse: 1 });
  expect(somethingElse).toBe(
    "there is no argument somethingElse: known are dbInstanceId, backupStatus, maxAge, minCount, endpoints",
  );
});

test("a wrong word comes with the list, and the nearest", () => {
  expect(failures({ dbInstanceId: "rm-1", backupStatus: "success" })).toEqual({
    backupStatus: 'expected one of Success, Failed, got "success"; did you mean Success?',
  });
});

test.each([
  [42, "expected text, got number 42"],
  [true, "expected text, got boolean true"],
  [{ a: 1 }, "expected text, got an object"],
  [["rm-1"], "expected text, got a list"],
])("B5: %j where an ID belongs says what it is", (given, reason) => {
  expect(failures({ dbInstanceId: given })).toEqual({ dbInstanceId: reason });
});

test("empty text says so", () => {
  expect(failures({ dbInstanceId: "" }).dbInstanceId).toMatch(/^expected an ID such as .*, got empty text$/);
});

test("everything that is wrong is said at once", () => {
  const found = failures({ dbInstanceId: "rm 1", maxAge: "26", minCount: 0, nonsense: true });
  expect(Object.keys(found).sort()).toEqual(["dbInstanceId", "maxAge", "minCount", "nonsense"]);
  expect(found.maxAge).toMatch(/^expected a duration such as .*, got "26"$/);
  expect(found.minCount).toBe("expected a whole number from 1 to 100, got number 0");
});

test("a value is never repeated at length, nor on more than one line", () => {
  const { dbInstanceId = "" } = failures({ dbInstanceId: `rm\n${"x".repeat(5000)}` });
  expect(dbInstanceId.length).toBeLessThan(200);
  expect(dbInstanceId).not.toContain("\n");
});

test("members of a structured value are checked too", () => {
  expect(failures({ dbInstanceId: "rm-1", endpoints: { rsd: "x" } }).endpoints).toContain("has no member rsd");
  expect(failures({ dbInstanceId: "rm-1", endpoints: { rds: 1 } })["endpoints.rds"]).toBe(
    "expected text, got number 1",
  );
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
  "%s is an unknown argument like any other",
  (name) => {
    const given: JsonObject = JSON.parse(`{"dbInstanceId":"rm-1","${name}":{"polluted":true}}`);
    expect(() => validate(schema, given)).toThrow(`there is no argument ${name}`);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  },
);

test("a wrong value is not repeated when it is a secret", () => {
  const key = argument.text(argument.pattern(/^\S+$/, "must not hold white space"));
  const secrets = object({ open: key, hidden: key.secret() });
  const told = failures({ open: "shown here", hidden: "hush hush" }, secrets);
  expect(Object.keys(told)).toEqual(["open", "hidden"]);
  expect(told.open).toContain("shown here");
  expect(told.hidden).not.toContain("hush");
});
