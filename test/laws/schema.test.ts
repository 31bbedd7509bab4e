import { describe, expect, test } from "vitest";
import type { Operation } from "../../provider/core/operation.ts";
import { gates } from "../../provider/gates/gates.ts";
import { functions } from "../../provider/lookups/functions.ts";
import { packageSchema } from "../../provider/server/schema/packageSchema.ts";
import type { ObjectSpec, PropertySpec } from "../../provider/server/schema/propertySpec.ts";

const schema = packageSchema();
const types: Readonly<Record<string, ObjectSpec>> = schema.types;

test("every function and every gate is in the schema, under its token", () => {
  const token = ({ operation, name }: { operation: Operation; name: string }) =>
    `alicloud-backups:${operation.api.module}:${name}`;
  expect(Object.keys(schema.functions).sort()).toEqual(functions.map(token).sort());
  expect(Object.keys(schema.resources).sort()).toEqual(gates.map(token).sort());
});

test("has what Pulumi's registry shows of a package", () => {
  expect(schema.displayName).toMatch(/^[A-Z][\w ]+$/);
  expect(schema.description).toMatch(/\.$/);
  expect(schema.keywords).toEqual(expect.arrayContaining(["kind/native", "category/database"]));
  expect(schema.license).toBe("Apache-2.0");
  expect(schema.publisher).not.toBe("");
  for (const address of [schema.homepage, schema.repository]) expect(new URL(address).protocol).toBe("https:");
});

test("names the package in each language so that a program there can import it", () => {
  const { nodejs, python, go, csharp, java } = schema.language;
  expect(nodejs.packageName).toBe("pulumi-alicloud-backups");
  expect(python.packageName).toMatch(/^[a-z][a-z0-9_]*$/);
  // The last part is the name of the Go package, the one before it is where `pulumi package add` puts go.mod.
  expect(go.importBasePath).toMatch(/^github\.com\/[^/]+\/[^/]+\/sdk\/go\/[a-z]+$/);
  expect(Object.keys(csharp.namespaces)).toEqual(expect.arrayContaining(["alicloud-backups", "rds", "dbs"]));
  expect(csharp.rootNamespace).toMatch(/^[A-Z]\w+$/);
  expect(java.basePackage).toMatch(/^[a-z]+(\.[a-z]+)+$/);
});

test("tells every SDK to ask for the plugin of its own version", () => {
  const { nodejs, python, go, csharp } = schema.language;
  for (const options of [nodejs, python, go, csharp]) expect(options).toMatchObject({ respectSchemaVersion: true });
});

describe.each(Object.entries(schema.functions))("%s", (_, { inputs, outputs }) => {
  test("has inputs and outputs that are all typed and described", () => {
    for (const { properties } of [inputs, outputs]) {
      expect(Object.keys(properties).length).toBeGreaterThan(0);
      expect(Object.entries(properties).filter(([, property]) => !isTyped(property))).toEqual([]);
      expect(Object.entries(properties).filter(([, { description }]) => !description)).toEqual([]);
    }
  });

  test("requires only what it has", () => {
    expect(Object.keys(inputs.properties)).toEqual(expect.arrayContaining([...inputs.required]));
    expect(Object.keys(outputs.properties)).toEqual(expect.arrayContaining([...outputs.required]));
  });
});

test.each(Object.entries(types))("the type %s is typed in all its members", (_, { properties }) => {
  expect(Object.entries(properties).filter(([, property]) => !isTyped(property))).toEqual([]);
});

test("the functions that this package was asked for require what they must", () => {
  const required = Object.entries(schema.functions).map(([token, { inputs }]) => [token, inputs.required]);
  expect(Object.fromEntries(required)).toMatchObject({
    "alicloud-backups:rds:getBackups": ["dbInstanceId"],
    "alicloud-backups:rds:getBackup": ["dbInstanceId", "backupId"],
    "alicloud-backups:rds:getLatestBackup": ["dbInstanceId"],
  });
});

function isTyped({ type, $ref, items, additionalProperties }: PropertySpec): boolean {
  if ($ref !== undefined) return $ref.replace("#/types/", "") in types;
  if (type === "array") return items !== undefined && isTyped(items);
  if (type === "object") return additionalProperties !== undefined && isTyped(additionalProperties);
  return type !== undefined && ["string", "number", "boolean"].includes(type);
}
