import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { listFaultCases } from "../../emulator/faults/listFaultCases.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";

const page = readFileSync(join(projectRoot, "docs/reliability.md"), "utf8");

interface Row {
  readonly number: string;
  readonly happens: string;
  readonly end: string;
  /** Links to test files, or the reason why there is none. */
  readonly proof: string;
}

const rows: readonly Row[] = page
  .split("\n")
  .filter((line) => /^\| [FBA]\d+ /.test(line))
  .map((line) => {
    const [, number = "", happens = "", end = "", proof = ""] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return { number, happens, end, proof };
  });

const upTo = (letter: string, last: number) => Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);

test("the page has every number once, in order", () => {
  expect(rows.map(({ number }) => number)).toEqual([...upTo("F", 45), ...upTo("B", 45), ...upTo("A", 62)]);
});

test("every number that the emulator can give is on the page", () => {
  const numbers = new Set(rows.map(({ number }) => number));
  expect(listFaultCases().filter(({ number }) => !numbers.has(number))).toEqual([]);
});

describe.each(rows)("$number", ({ number, happens, end, proof }) => {
  test("says what happens, and what comes of it", () => {
    expect(happens).not.toBe("");
    expect(end).not.toBe("");
  });

  test("names a test that bears its number, or says why there is none", () => {
    const files = [...proof.matchAll(/`(test\/[\w/.-]+\.test\.ts)`/g)].map(([, file = ""]) => file);
    if (files.length === 0) expect(proof).toMatch(/^not tested: \S.{30,}\.$/);
    for (const file of files) expect(namesIn(file), file).toContain(number);
  });
});

/** The numbers in a file's texts: titles of tests, and the tables that titles are made of. Comments do not count. */
function namesIn(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(join(projectRoot, file), "utf8"), ts.ScriptTarget.Latest);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts.flatMap((text) => text.match(/\b[FBA]\d+\b/g) ?? []);
}
