import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import manifest from "../../package.json" with { type: "json" };
import { packageSchema } from "../../provider/server/schema/packageSchema.ts";
import { findOnPath } from "../../scripts/engine/findOnPath.ts";
import { ramPolicy } from "../../sdk/ramPolicy.ts";
import { compileBlocks } from "../support/documentation/compileBlocks.ts";
import { blocksIn, pageBlocks } from "../support/documentation/pages.ts";

/** Every language of a block, and how it is checked or why it is not. */
const checks = {
  ts: "compiled",
  js: "compiled; that of the README is run by npm run quickstarts",
  python: "parsed; that of the README is run by npm run quickstarts",
  go: "formatted; that of the README is run by npm run quickstarts",
  yaml: "parsed, and held against the schema; that of the README is run by npm run quickstarts",
  json: "held against what the package prints",
  sh: "read by bash, and its settings and scripts held against schema and package.json",
  cron: "run by a shell, in command/documentation.test.ts",
  csharp: "not checked: the generator for C# comes with a language host that is no Go module",
  java: "not checked: the generator for Java comes with a language host that is no Go module",
  "": "output and maps; the refusal in the README is held against a real one in refusal.test.ts",
};

const schema = packageSchema();

test("every block has a language that is checked, or a reason", () => {
  const unknown = pageBlocks.filter(({ language }) => !(language in checks));
  expect(unknown.map(({ name, language }) => `${name} ${language}`)).toEqual([]);
});

test("TypeScript and JavaScript compile", { timeout: 120_000 }, () => {
  expect(blocksIn("ts", "js").length).toBeGreaterThan(10);
  expect(compileBlocks(blocksIn("ts", "js"))).toEqual([]);
});

describe("YAML", () => {
  const documents = blocksIn("yaml").map((block) => ({ ...block, content: parse(block.text) }));
  const project = z.object({
    resources: z
      .record(z.string(), z.object({ type: z.string(), properties: z.record(z.string(), z.unknown()).default({}) }))
      .default({}),
  });
  const resourceInputs = new Map(
    Object.entries(schema.resources).map(([token, { inputProperties }]) => [token, Object.keys(inputProperties)]),
  );

  test.each(documents)("$name has resources and properties that the schema has", ({ content }) => {
    for (const { type, properties } of Object.values(project.parse(content).resources)) {
      if (!type.startsWith("alicloud-backups:")) continue;
      expect(resourceInputs.get(type), type).toEqual(expect.arrayContaining(Object.keys(properties)));
    }
  });
});

describe("commands", () => {
  const commands = blocksIn("sh").flatMap(({ name, text }) =>
    text
      .trim()
      .split("\n")
      .map((command) => ({ name, command })),
  );

  test("can be read by a shell", () => {
    for (const { name, text } of blocksIn("sh")) {
      expect(spawnSync("bash", ["-n"], { input: text, encoding: "utf8" }).stderr, name).toBe("");
    }
  });

  test("set what can be set", () => {
    const keys = commands.flatMap(({ name, command }) => {
      const key = /alicloud-backups:(\w+)/.exec(command)?.[1];
      return key === undefined ? [] : [{ name, key }];
    });
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter(({ key }) => !(key in schema.config.variables))).toEqual([]);
  });

  test("run scripts that are there", () => {
    const scripts = commands.flatMap(({ command }) => /^npm run ([\w:-]+)/.exec(command)?.[1] ?? []);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(scripts));
  });

  test("ask for the version of this package", () => {
    const versions = commands.flatMap(({ command }) => /alicloud-backups[@ ](\d[\w.]*)/.exec(command)?.[1] ?? []);
    expect(new Set(versions)).toEqual(new Set([manifest.version]));
  });
});

test("the policies are those that the package prints", () => {
  const policies = blocksIn("json").map(({ text }): unknown => JSON.parse(text));
  const everything = ramPolicy([
    "rds.BackupGate",
    "rds.MigrateTaskGate",
    "rds.OssDownloadGate",
    "dbs.DownloadTaskGate",
    "dbs.BackupSetDownloadTaskGate",
  ]);
  expect(policies).toEqual([ramPolicy(["rds.getLatestBackup", "rds.BackupGate"]), everything]);
});

const python = findOnPath("python3");
test.skipIf(python === undefined)(python ? "Python can be parsed" : "Python: there is no python3 on PATH", () => {
  for (const { name, text } of blocksIn("python")) {
    const parsed = spawnSync("python3", ["-c", "import ast, sys; ast.parse(sys.stdin.read())"], { input: text });
    expect(parsed.stderr.toString(), name).toBe("");
  }
});

const gofmt = findOnPath("gofmt");
test.skipIf(gofmt === undefined)(gofmt ? "Go is formatted" : "Go: there is no gofmt on PATH", () => {
  for (const { name, text } of blocksIn("go")) {
    const { stdout, stderr } = spawnSync("gofmt", [], { input: text, encoding: "utf8" });
    expect(stderr, name).toBe("");
    expect(stdout, name).toBe(text);
  }
});
