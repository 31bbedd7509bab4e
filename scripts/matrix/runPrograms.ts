import { execFile } from "node:child_process";
import { globSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

export interface Answers {
  /** The version of Node that ran the programs. */
  readonly node: string;
  /** What each file answered, or why it did not. */
  readonly answers: Readonly<Record<string, string>>;
}

const outputSchema = z.object({ node: z.string(), answers: z.record(z.string(), z.string()) });

/**
 * Imports one program after the other, as a file of JavaScript imports another, and prints their answers. The source of a
 * dynamic provider is evaluated as Pulumi's host does: as a module without a name, in the folder of the program.
 */
const runner = `
const Module = require("node:module");

function takesMethods(source) {
  const module = new Module("");
  module.paths = Module._nodeModulePaths(process.cwd());
  module._compile(source, "");
  const provider = module.exports.handler();
  provider.configure({ config: { get: () => undefined } });
  for (const method of ["check", "diff", "read", "create", "update", "delete"]) {
    if (typeof provider[method] !== "function") throw new Error("no method " + method);
  }
}

(async () => {
  const answers = {};
  for (const file of process.argv.slice(2)) {
    try {
      const { answer, default: all } = await import(require("node:url").pathToFileURL(file).href);
      answers[file] = await (answer ?? all.answer);
      if (answers[file].startsWith("exports.handler")) takesMethods(answers[file]);
    } catch (error) {
      answers[file] = String(error && error.stack);
    }
  }
  console.log(JSON.stringify({ node: process.version, answers }));
  process.exit(0);
})();
`;

/** Runs programs of a folder, by default all, in one process of this Node. */
export async function runPrograms(
  folder: string,
  node: string,
  { nodeArgs = [], files }: RunOptions = {},
): Promise<Answers> {
  writeFileSync(join(folder, "run.cjs"), runner);
  const args = [...nodeArgs, "run.cjs", ...(files ?? globSync("*-*.{js,mjs,cjs}", { cwd: folder }))];
  const { stdout } = await promisify(execFile)(node, args, { cwd: folder, timeout: 120_000 });
  return outputSchema.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
}

interface RunOptions {
  readonly nodeArgs?: readonly string[] | undefined;
  readonly files?: readonly string[];
}
