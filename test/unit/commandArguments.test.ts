import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { CommandInvocation } from "../../provider/command/commandInvocation.ts";
import { commandTree } from "../../provider/command/commandTree.ts";
import { flagForArgument } from "../../provider/command/flags.ts";
import { readArgumentOptions } from "../../provider/command/readArgumentOptions.ts";
import { bareSchema } from "../../provider/core/bareSchema.ts";
import type { Json, JsonObject } from "../../provider/core/json.ts";
import { latestLookup } from "../../provider/lookups/latestLookup.ts";
import { listLookup } from "../../provider/lookups/listLookup.ts";
import type { LookupFunction } from "../../provider/lookups/lookupFunction.ts";
import { readinessLookup } from "../../provider/lookups/readinessLookup.ts";
import { operations } from "../../provider/operations/index.ts";

const kinds = { check: readinessLookup, latest: latestLookup, list: listLookup };

/** Every argument of every function that has a command. */
const cases = Object.entries(kinds).flatMap(([verb, lookup]) =>
  operations.flatMap((operation) => {
    const { inputs } = lookup(operation);
    const noun = operation.entity.label.toLowerCase().replaceAll(" ", "-");
    return Object.entries(inputs.shape).map(([name, schema]) => ({ verb, noun, inputs, name, schema }));
  }),
);

describe("what stands on the command line arrives as the argument of the same name", () => {
  test.each(cases)("$verb $noun: $name", ({ verb, noun, inputs, name, schema }) => {
    const { words, value } = sample(name, bareSchema(schema.schema, "input"));
    expect(argumentsOf(inputs, [verb, noun, ...words])).toEqual({ [name]: value });
  });

  test("there are as many as the functions have", () => {
    expect(cases.length).toBeGreaterThan(100);
  });
});

describe("several instances", () => {
  const { inputs } = readinessLookup(operationOf("backup"));
  const instances = (words: readonly string[], file = "") => argumentsOf(inputs, ["check", "backup", ...words], file);

  test.each([
    [["--db-instance-id", "rm-1"], { dbInstanceId: "rm-1" }],
    [["--db-instance-id", "rm-1", "--db-instance-id", "rm-2"], { dbInstanceIds: ["rm-1", "rm-2"] }],
    [["--db-instance-ids", "rm-1"], { dbInstanceIds: ["rm-1"] }],
    [["--db-instance-ids", "rm-1", "--db-instance-ids", "rm-2"], { dbInstanceIds: ["rm-1", "rm-2"] }],
    [
      ["--db-instance-id", "rm-1", "--db-instance-id", "rm-2", "--db-instance-ids", "rm-5"],
      { dbInstanceIds: ["rm-1", "rm-2", "rm-5"] },
    ],
    [
      ["--db-instance-id", "rm-1", "--db-instance-ids-from", "f", "--db-instance-id", "rm-2"],
      { dbInstanceIds: ["rm-1", "rm-2", "rm-3", "rm-4"] },
    ],
    [["--db-instance-id", "rm-1", "--db-instance-ids", "rm-5"], { dbInstanceId: "rm-1", dbInstanceIds: ["rm-5"] }],
    [["--db-instance-ids-from", "-"], { dbInstanceIds: ["rm-3", "rm-4"] }],
    [["--db-instance-ids", "rm-1", "--db-instance-ids-from", "f"], { dbInstanceIds: ["rm-1", "rm-3", "rm-4"] }],
  ])("%j", (words, expected) => {
    expect(instances(words, "# production\nrm-3\r\n\n  rm-4 # the large one\n")).toEqual(expected);
  });

  test("a list that holds nothing stays one, for the function to refuse", () => {
    expect(instances(["--db-instance-ids-from", "-"], "\n")).toEqual({ dbInstanceIds: [] });
  });
});

function operationOf(label: string) {
  const operation = operations.find(({ entity }) => entity.label === label);
  if (operation === undefined) throw new Error(`There is no ${label}.`);
  return operation;
}

/** A value of the argument, and how it is written. */
function sample(name: string, type: z.core.$ZodType): { readonly words: readonly string[]; readonly value: Json } {
  const flag = flagForArgument(name);
  if (type instanceof z.ZodBoolean) return { words: [flag], value: true };
  if (type instanceof z.ZodArray) return { words: [flag, "rm-1", flag, "rm-2"], value: ["rm-1", "rm-2"] };
  if (type instanceof z.ZodNumber) return { words: [flag, "12"], value: 12 };
  return { words: [flag, "-7d"], value: "-7d" };
}

function argumentsOf(inputs: LookupFunction["inputs"], words: readonly string[], file = ""): JsonObject {
  const chosen: CommandInvocation[] = [];
  commandTree((task) => chosen.push(task)).parse([...words], { from: "user" });
  const [task] = chosen;
  expect(Object.keys(task?.inputs.shape ?? {})).toEqual(Object.keys(inputs.shape));
  return readArgumentOptions(inputs.schema, task?.options.all ?? {}, () => file);
}
