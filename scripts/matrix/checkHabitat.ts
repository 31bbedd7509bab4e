import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CompilerError, compile } from "./compile.ts";
import type { Compiler } from "./compilers.ts";
import { entries, type Form, forms, programText, wrongText } from "./programs.ts";
import type { Resolution } from "./resolutions.ts";
import { runPrograms } from "./runPrograms.ts";

/** A project that has the package installed, and what compiles and runs its programs. */
export interface Habitat {
  readonly project: string;
  readonly compiler: Compiler;
  readonly resolution: Resolution;
  /** Each runs the compiled programs. */
  readonly nodes: readonly string[];
}

/** One form of import of one entry point. */
export interface Cell {
  readonly form: Form;
  readonly entry: string;
  /** `unknown`: the compiler has no such thing. */
  readonly outcome: "passed" | "failed" | "unknown";
  readonly problems: readonly string[];
}

/** Compiles the programs of all cells in one go, and runs what came out. */
export async function checkHabitat({ project, compiler, resolution, nodes }: Habitat): Promise<readonly Cell[]> {
  const folder = join(project, `${compiler.version}-${resolution.name.replace("/", "-")}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const endings = resolution.endings(compiler.version);
  const cells = forms.flatMap((form) =>
    entries.map((entry) => ({ form, entry, files: endings[form].map((ending) => `${form}-${entry.name}${ending}`) })),
  );
  for (const { form, entry, files } of cells) {
    for (const file of files) writeFileSync(join(folder, file), programText(form, entry));
  }
  const wrong = `wrong${endings.import[0] ?? ".ts"}`;
  writeFileSync(join(folder, wrong), wrongText);

  const knows = cells.some(({ files }) => files.length > 0);
  const errors = knows ? await compile(folder, compiler, resolution.options(compiler.version)) : [];
  const runs = knows ? await Promise.all(nodes.map((node) => runPrograms(folder, node))) : [];
  // What is wrong in our declarations is wrong for every cell; what is wrong in others' is none of ours.
  const shared = [
    ...errors
      .filter(({ file }) => file === undefined || file.includes("pulumi-alicloud-backups"))
      .map(({ text }) => text),
    ...acceptedLines(errors.filter(({ file }) => file === wrong)),
  ];

  return cells.map(({ form, entry, files }) => {
    const ownErrors = errors.filter(({ file = "" }) => files.includes(file)).map(({ text }) => text);
    const wrongAnswers = files.flatMap((file) =>
      runs.flatMap(({ node, answers }) => {
        const answer = answers[file.replace(/ts$/, "js")] ?? "it was not run";
        return entry.accepts(answer) ? [] : [`${file} under ${node}: ${answer}`];
      }),
    );
    const problems = files.length === 0 ? [] : [...shared, ...ownErrors, ...wrongAnswers];
    const outcome = problems.length > 0 ? "failed" : "passed";
    return { form, entry: entry.name, outcome: files.length === 0 ? "unknown" : outcome, problems };
  });
}

/** Lines that should have been errors. */
function acceptedLines(errors: readonly CompilerError[]): readonly string[] {
  const refused = new Set(errors.map(({ line }) => line));
  return wrongText
    .split("\n")
    .flatMap((text, index) =>
      text.includes("// wrong") !== refused.has(index + 1) ? [`line ${index + 1}: ${text}`] : [],
    );
}
