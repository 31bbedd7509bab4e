import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";

const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** The SDK, and the expectations about its types, compiled as `npm run build` does it, into memory. */
describe("the published declarations", { timeout: 120_000 }, () => {
  const declarations = new Map<string, string>();
  let problems: readonly string[] = [];

  beforeAll(() => {
    const { config } = ts.readConfigFile(path("tsconfig.json"), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, path("."));
    const emitted = { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true };
    const program = ts.createProgram([path("sdk/index.ts"), path("test/types/sdk.test.ts")], emitted);
    problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      return `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
    program.emit(undefined, (name, text) => {
      if (name.includes("/sdk/")) declarations.set(name, text);
    });
  }, 120_000);

  test("are what the expectations in sdk.test.ts say", () => {
    expect(problems).toEqual([]);
  });

  test("are there", () => {
    expect([...declarations.keys()].some((name) => name.endsWith("sdk/index.d.ts"))).toBe(true);
    expect([...declarations.values()].join("\n")).toContain("getLatestBackupOutput");
  });

  test("know nothing of zod, of the provider, or of `any`", () => {
    for (const [name, text] of declarations) {
      const code = text.replace(/\/\*[\s\S]*?\*\//g, "");
      expect(code, name).not.toMatch(/\bzod\b|\bany\b|provider\/(core|client|lookups|operations)/);
    }
  });

  test("explain every argument and every result to whoever hovers over it", () => {
    const text = [...declarations].find(([name]) => name.endsWith("rds/functions.d.ts"))?.[1] ?? "";
    const members = text.split("\n").filter((line) => /^ {4}readonly /.test(line));
    const explained = text.match(/\*\/\n {4}readonly /g) ?? [];
    expect(members.length).toBeGreaterThan(50);
    expect(explained).toHaveLength(members.length);
  });
});
