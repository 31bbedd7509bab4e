import ts from "typescript";
import { expect, test } from "vitest";
import { sourceFiles } from "../support/laws/sourceFiles.ts";

const MAX_LINES = 150;
const files = sourceFiles("provider", "sdk", "emulator", "scripts");

test("there are source files to look at", () => {
  expect(files.length).toBeGreaterThan(100);
});

test(`no source file is longer than ${MAX_LINES} lines`, () => {
  const long = files.filter((file) => file.text.trimEnd().split("\n").length > MAX_LINES);
  expect(long.map(({ fileName }) => fileName)).toEqual([]);
});

test("no source file says `any`", () => {
  expect(places((node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
});

test("no source file overrules the compiler: neither `as`, but for `as const`, nor `!`, nor a comment", () => {
  expect(places(isCast)).toEqual([]);
  expect(places(ts.isNonNullExpression)).toEqual([]);
  const silenced = files.filter(({ text }) => /@ts-(ignore|expect-error|nocheck)/.test(text));
  expect(silenced.map(({ fileName }) => fileName)).toEqual([]);
});

test("no source file exports everything of another", () => {
  expect(places((node) => ts.isExportDeclaration(node) && node.exportClause === undefined)).toEqual([]);
});

test("only the file of Pulumi's internals gets around types at run time, by Reflect or Object.create", () => {
  const outside = places(isReflection).filter((place) => !place.startsWith("sdk/internals.ts:"));
  expect(outside).toEqual([]);
});

test("only the file of Pulumi's internals names them", () => {
  const internals = /__data\b|__registered\b|__pulumi\w+|waitForRPCs|MockMonitor|getCallbacks|\bunknownValue\b/;
  const deepImport = /"@pulumi\/pulumi\/(?!(proto|automation)\/)/;
  const naming = files.filter(({ text }) => internals.test(text) || deepImport.test(text));
  expect(naming.map(({ fileName }) => fileName)).toEqual(["sdk/internals.ts"]);
});

test.each([
  ["Reflect.get(value, key)", true],
  ["Object.create(null)", true],
  ['Object["create"](null)', true],
  ["const { get } = Reflect;", true],
  ["const { create } = Object;", true],
  ["Object.entries(value)", false],
  ["records.create(value)", false],
])("`%s` is such a way around: %s", (text, expected) => {
  const file = ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true);
  expect(nodesOf(file).some(isReflection)).toBe(expected);
});

function isReflection(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return node.text === "Reflect";
  if (ts.isPropertyAccessExpression(node)) return isObject(node.expression) && node.name.text === "create";
  // Any other way to a member of Object may lead to `create` too.
  return (ts.isElementAccessExpression(node) && isObject(node.expression)) || isDestructuredObject(node);
}

function isDestructuredObject(node: ts.Node): boolean {
  return ts.isVariableDeclaration(node) && node.initializer !== undefined && isObject(node.initializer);
}

function isObject(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === "Object";
}

function nodesOf(file: ts.SourceFile): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return nodes;
}

function isCast(node: ts.Node): boolean {
  if (ts.isTypeAssertionExpression(node)) return true;
  return ts.isAsExpression(node) && !ts.isConstTypeReference(node.type);
}

/** `file:line` of every node that fits; comments and texts are no nodes. */
function places(fits: (node: ts.Node) => boolean): readonly string[] {
  return files.flatMap((file) =>
    nodesOf(file)
      .filter(fits)
      .map((node) => `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`),
  );
}
