import ts from "typescript";
import { expect, test } from "vitest";
import { sourceFiles } from "../support/sourceFiles.ts";

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

function isCast(node: ts.Node): boolean {
  if (ts.isTypeAssertionExpression(node)) return true;
  return ts.isAsExpression(node) && !ts.isConstTypeReference(node.type);
}

/** `file:line` of every node that fits; comments and texts are no nodes. */
function places(fits: (node: ts.Node) => boolean): readonly string[] {
  return files.flatMap((file) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (fits(node))
        found.push(`${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}
