import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gates } from "../../provider/gates/gates.ts";
import { functions } from "../../provider/lookups/functions.ts";
import { operations } from "../../provider/operations/index.ts";
import { tokenOf } from "../../provider/server/packageInfo.ts";
import { declaredFields, declaredParameters } from "../support/laws/declared.ts";
import { duplicates } from "../support/laws/duplicates.ts";

const folder = new URL("../../provider/operations/", import.meta.url);

test("there are operations, and each is listed once", () => {
  expect(operations.length).toBeGreaterThan(0);
  expect(duplicates(operations.map(({ api }) => api.action))).toEqual([]);
});

test("every file and folder exports the operation of its name, and is in the list", async () => {
  const entries = readdirSync(folder).filter((entry) => !["index.ts", "apiVersions.ts", "rules"].includes(entry));
  const exported = await Promise.all(
    entries.map(async (entry) => {
      // A folder holds the definition beside the rules that are its own.
      const name = entry.replace(/\.ts$/, "");
      const file = entry.endsWith(".ts") ? entry : `${entry}/${entry}.ts`;
      const module: Record<string, unknown> = await import(new URL(file, folder).href);
      return module[name];
    }),
  );
  expect(new Set(exported)).toEqual(new Set(operations));
});

test("no two functions and gates share a token", () => {
  const tokens = [...functions, ...gates].map(({ operation, name }) => tokenOf(operation.api.module, name));
  expect(duplicates(tokens)).toEqual([]);
});

describe.each(operations)("$api.action", (operation) => {
  test("only reads", () => {
    expect(operation.api.action).toMatch(/^(Describe|List|Get|Query|Check)[A-Z]/);
  });

  test("asks for the RAM permission of its own action", () => {
    expect(operation.api.permission).toBe(`${operation.api.module}:${operation.api.action}`);
  });

  test("names each field and each parameter of the wire once", () => {
    expect(duplicates(declaredFields(operation).map(({ wire }) => wire))).toEqual([]);
    expect(duplicates(declaredParameters(operation).map(({ wire }) => wire))).toEqual([]);
  });

  test("refers only to fields and parameters that it declares", () => {
    const fields = Object.keys(operation.fields);
    const parameters = Object.keys(operation.parameters);
    const windowEnds = operation.times.window ? [operation.times.window.start, operation.times.window.end] : [];
    const selected = Object.values(operation.parameters).flatMap(({ filters, mustMatch }) => [
      filters?.field ?? [],
      mustMatch ?? [],
    ]);
    expect(fields).toEqual(
      expect.arrayContaining([operation.identity.field, ...operation.report.columns, ...selected.flat()]),
    );
    expect(parameters).toEqual(expect.arrayContaining([...operation.question.subject, ...windowEnds]));
  });

  test("has a list, one by ID, the newest and a verdict", () => {
    const { type } = operation.entity;
    const names = functions.filter((each) => each.operation === operation).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([`get${type}s`, `get${type}`, `getLatest${type}`, `get${type}Readiness`]),
    );
  });
});
