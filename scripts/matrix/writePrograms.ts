import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { entries, programText } from "./programs.ts";

const kinds = [
  { form: "require", ending: "cjs", module: ts.ModuleKind.CommonJS },
  { form: "named", ending: "mjs", module: ts.ModuleKind.ESNext },
] as const;

/** Writes a CommonJS program and an ES module for each entry point, in JavaScript. */
export function writePrograms(folder: string) {
  return kinds.flatMap(({ form, ending, module }) =>
    entries.map((entry) => {
      const file = `${form}-${entry.name}.${ending}`;
      const compilerOptions = { module, target: ts.ScriptTarget.ES2022 };
      writeFileSync(join(folder, file), ts.transpileModule(programText(form, entry), { compilerOptions }).outputText);
      return { file, entry };
    }),
  );
}
