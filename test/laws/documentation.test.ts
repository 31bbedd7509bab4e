import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { settingsSchema } from "../../provider/client/settings.ts";
import type { Field } from "../../provider/core/field.ts";
import type { InputType } from "../../provider/core/inputType.ts";
import { gates } from "../../provider/gates/gates.ts";
import { functions } from "../../provider/lookups/functions.ts";
import { operations } from "../../provider/operations/index.ts";

const A_SENTENCE = /^[`"A-Z][\s\S]{8,}\.$/;

type Described = InputType | Field;

/** The names under which the documentation is not a sentence. */
function undocumented(schemas: Readonly<Record<string, z.core.$ZodType | Described>>): readonly string[] {
  return Object.entries(schemas)
    .map(([name, schema]) => ({ name, doc: "doc" in schema ? (schema.doc ?? "") : describedAs(schema) }))
    .filter(({ doc }) => !A_SENTENCE.test(doc))
    .map(({ name, doc }) => `${name}: ${JSON.stringify(doc)}`);
}

function describedAs(schema: z.core.$ZodType): string {
  return "description" in schema && typeof schema.description === "string" ? schema.description : "";
}

describe.each(operations)("$api.action says in a sentence what is", (operation) => {
  test("every field", () => expect(undocumented(operation.fields)).toEqual([]));
  test("every criterion", () => expect(undocumented(operation.question.criteria.shape)).toEqual([]));
  test("every condition", () => expect(undocumented(operation.question.conditions.shape)).toEqual([]));
  test("every parameter", () => {
    expect(undocumented(operation.parameters)).toEqual([]);
  });
  test("every ignored field, by the reason", () => {
    expect(Object.entries(operation.ignored).filter(([, reason]) => reason.trim().length < 10)).toEqual([]);
  });
  test("the operation itself, and where it is documented", () => {
    expect(operation.entity.summary).toMatch(A_SENTENCE);
    expect(operation.api.apiDocument).toContain(operation.api.action);
    expect(operation.api.apiDocument).toContain(operation.api.version);
  });
});

test("every setting is described by a sentence", () => {
  expect(undocumented(settingsSchema.shape)).toEqual([]);
});

describe.each([...functions, ...gates])("$name", ({ doc, inputs, outputs }) => {
  test("is described by sentences, and so is all that goes in and comes out", () => {
    expect(doc).toMatch(A_SENTENCE);
    expect(undocumented(inputs.shape)).toEqual([]);
    expect(undocumented(outputs.shape)).toEqual([]);
  });
});
