import { describe, expect, test } from "vitest";
import { gates } from "../../provider/gates/gates.ts";
import { operations } from "../../provider/operations/index.ts";
import { NOW } from "../support/fixtures/backups.ts";
import { sourceFiles } from "../support/laws/sourceFiles.ts";

/** What is read there is no user's: rows of the service, each field of which was read once before; a transport's reply. */
const notUserData = ["provider/core/defineOperation.ts", "provider/client/popTransport.ts"];

test("H10: nothing but validate.ts lets zod throw at what a user wrote", () => {
  const files = sourceFiles("provider").filter(({ fileName }) => !notUserData.includes(fileName));
  const throwing = files.filter(({ text }) =>
    /\.(parse|parseAsync|decode|encode)\(/.test(text.replace(/\b(Date|URL|JSON|path|commandLine)\.parse\(/g, "")),
  );

  expect(files.length).toBeGreaterThan(100);
  expect(throwing.map(({ fileName }) => fileName)).toEqual([]);
});

describe("H10: words of another version are an InputError", () => {
  /** Nothing takes a list of a list. */
  const spoilt = (shape: object) => Object.fromEntries(Object.keys(shape).map((name) => [name, [["x"]]]));
  const typed = expect.objectContaining({ name: "InputError", message: expect.stringContaining("expected") });

  test.each(gates.map((gate) => [gate.name, gate] as const))("to %s", (_, gate) => {
    expect(() => gate.controls(spoilt(gate.inputs.shape))).toThrow(typed);
  });
  test.each(operations.map((operation) => [operation.api.action, operation] as const))("to %s", (_, operation) => {
    const criteria = spoilt(operation.question.criteria.shape);
    const conditions = spoilt(operation.question.conditions.shape);
    const evidence = { rows: [], good: [], now: NOW, searchStart: undefined };
    expect(() => operation.judge({ ...criteria, ...conditions }).assess(evidence)).toThrow(typed);
    expect(() => operation.judge(conditions).goodRowsToRead).toThrow(typed);
  });
});
