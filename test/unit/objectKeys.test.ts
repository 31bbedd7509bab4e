import { expect, test } from "vitest";
import { InputError } from "../../provider/core/errors/InputError.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { validate } from "../../provider/core/validate.ts";
import { dynamicInputsOf } from "../../provider/dynamic/dynamicInputsOf.ts";
import { dynamicMethods } from "../../provider/dynamic/dynamicMethods.ts";
import { functions } from "../../provider/lookups/functions.ts";

const names = ["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty"];
const getBackups = functions.find(({ name }) => name === "getBackups");

/** An argument of this name, as its own. */
function withArgument(name: string): JsonObject {
  return JSON.parse(`{"dbInstanceId":"rm-x","${name}":{"maxAge":"1h"}}`);
}

test.each(names)("N9: an argument %s is one that is not known, and gives no value to any other", (name) => {
  if (getBackups === undefined) throw new Error("There is no getBackups.");
  const { inputs, outputs } = getBackups;
  const { values } = dynamicInputsOf(withArgument(name), inputs, outputs);
  expect(Object.keys(values)).toEqual(["dbInstanceId", name]);
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  expect(() => validate(inputs, values)).toThrow(InputError);
  expect(() => validate(inputs, values)).toThrow(`there is no argument ${name}`);
});

test.each(names)("N9: a dynamic resource with an input %s is refused before anything is sent", async (name) => {
  const methods = dynamicMethods("alicloud-backups:rds:getLatestBackup", { get: () => undefined });
  const { failures } = await methods.check({}, withArgument(name));
  expect(failures).toEqual([{ property: name, reason: expect.stringContaining(`there is no argument ${name}`) }]);
});

test.each(names)("N9: there is no dynamic provider %s", (name) => {
  expect(() => dynamicMethods(name, { get: () => undefined })).toThrow("There is no");
});
