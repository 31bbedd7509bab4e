import { basename } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { operations } from "../../provider/operations/index.ts";
import { declaredFields, declaredParameters } from "../support/laws/declared.ts";
import { sourceFiles } from "../support/laws/sourceFiles.ts";

/** These are names of the reply's envelope too, which the client reads whatever the operation. */
const ENVELOPE = new Set(["ErrMessage", "ErrCode", "Code", "Message", "RequestId", "Success"]);

const files = sourceFiles("provider").map((file) => ({ name: basename(file.fileName), words: wordsOf(file) }));

describe.each(operations)("$api.action", (operation) => {
  const wires = new Set([...declaredFields(operation), ...declaredParameters(operation)].map(({ wire }) => wire));

  test.each([...wires].filter((wire) => !ENVELOPE.has(wire)))("%s stands in a definition and nowhere else", (wire) => {
    const found = files.filter(({ words }) => words.has(wire)).map(({ name }) => name);
    expect(found).toContain(fileOf(operation.api.action));
    expect(found.filter((name) => !definersOf(wire).includes(name))).toEqual([]);
  });
});

/** `DescribeBackups` is defined in `describeBackups.ts`. */
function fileOf(action: string): string {
  return `${action.charAt(0).toLowerCase()}${action.slice(1)}.ts`;
}

/** Several operations have a field of the same name, such as Status: each may name it in its own file. */
function definersOf(wire: string): readonly string[] {
  const definers = operations.filter((each) =>
    [...declaredFields(each), ...declaredParameters(each)].some((declared) => declared.wire === wire),
  );
  return definers.map(({ api: { action } }) => fileOf(action));
}

/** Texts, and names after a dot or before a colon: all the forms in which code can use a wire name. */
function wordsOf(file: ts.SourceFile): ReadonlySet<string> {
  const words = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) words.add(node.text);
    if (ts.isPropertyAccessExpression(node)) words.add(node.name.text);
    if (ts.isPropertyAssignment(node) || ts.isBindingElement(node)) words.add(node.name.getText(file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return words;
}
