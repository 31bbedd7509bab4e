import { join } from "node:path";
import ts from "typescript";
import { projectRoot } from "../../../scripts/projectRoot.ts";
import type { PageBlock } from "./pages.ts";

/** As a program sees them that has the package installed: the declarations that are published. */
const entryPoints = {
  "pulumi-alicloud-backups": ["./build/npm/index.d.ts"],
  "pulumi-alicloud-backups/dynamic": ["./build/npm/dynamic.d.ts"],
  "pulumi-alicloud-backups/emulator": ["./build/npm/emulator.d.ts"],
  "@pulumi/alicloud": ["./test/support/documentation/alicloud.ts"],
};

/** Compiles all blocks as one program, each a module of its own, and returns what the compiler says, by page and line. */
export function compileBlocks(blocks: readonly PageBlock[]): readonly string[] {
  const { config } = ts.readConfigFile(join(projectRoot, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, projectRoot);
  const settings = { ...options, paths: entryPoints, allowJs: true, checkJs: true, noUnusedLocals: false };
  const files = new Map(blocks.map((block, index) => [fileOf(block, index), block]));
  const host = ts.createCompilerHost(settings);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, language, ...rest) => {
    const block = files.get(name);
    return block ? ts.createSourceFile(name, block.text, language) : getSourceFile(name, language, ...rest);
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], settings, host)).map((diagnostic) => {
    const { file, start = 0, messageText } = diagnostic;
    const block = files.get(file?.fileName ?? "");
    const row = file ? ts.getLineAndCharacterOfPosition(file, start).line : 0;
    const where = block ? `${block.page}:${block.line + row}` : file?.fileName;
    return `${where}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

/** JavaScript blocks are CommonJS, as the file's ending says. */
function fileOf({ language }: PageBlock, index: number): string {
  return join(projectRoot, `block${index}.${language === "js" ? "cjs" : "ts"}`);
}
