import { copyFileSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { runGo } from "../engine/runGo.ts";
import { projectRoot } from "../projectRoot.ts";
import { programsFolder, sdksFolder, workFolder } from "./folders.ts";
import { installPythonSdk } from "./installPythonSdk.ts";
import { pythonEnvironment } from "./pythonEnvironment.ts";
import { run } from "./run.ts";

/** A language that has an SDK, and a program in it. */
export interface Language {
  readonly name: string;
  /** Programs that must be on PATH. */
  readonly needs: readonly string[];
  /** Compiles what must be compiled, and resolves to the program as a command. */
  readonly prepare: () => Promise<Program>;
  /** The language's own checks of SDK and program. */
  readonly check: () => Promise<void>;
}

export interface Program {
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
}

const tsc = join(projectRoot, "node_modules", "typescript", "bin", "tsc");
const nodeSdk = join(sdksFolder, "nodejs");
const nodeFolder = join(workFolder, "nodejs");
const goFolder = join(programsFolder, "go");
const pythonProgram = join(programsFolder, "python", "program.py");

const nodejs: Language = {
  name: "Node.js",
  needs: ["go"],
  prepare: async () => {
    await run([process.execPath, tsc, "--project", nodeSdk], { cwd: projectRoot });
    copyFileSync(join(nodeSdk, "package.json"), join(nodeSdk, "bin", "package.json"));
    rmSync(nodeFolder, { recursive: true, force: true });
    mkdirSync(join(nodeFolder, "node_modules"), { recursive: true });
    symlinkSync(join(nodeSdk, "bin"), join(nodeFolder, "node_modules", "pulumi-alicloud-backups"));
    for (const file of ["program.ts", "tsconfig.json", "package.json"])
      copyFileSync(join(programsFolder, "nodejs", file), join(nodeFolder, file));
    await run([process.execPath, tsc, "--project", nodeFolder], { cwd: projectRoot });
    return { command: [process.execPath, join(nodeFolder, "program.js")], env: {} };
  },
  // Compiling has checked both.
  check: () => Promise.resolve(),
};

const python: Language = {
  name: "Python",
  needs: ["go", "python3"],
  prepare: async () => {
    const interpreter = await pythonEnvironment();
    return { command: [interpreter, pythonProgram], env: { PYTHONPATH: await installPythonSdk() } };
  },
  check: async () => {
    const interpreter = await pythonEnvironment();
    const options = { cwd: workFolder, env: { ...process.env, MYPYPATH: join(sdksFolder, "python") } };
    await run([interpreter, "-m", "mypy", "--strict", "--follow-imports", "silent", pythonProgram], options);
    // What Pulumi's generator writes for every package does not satisfy mypy in these; names, imports and members must.
    const known = ["assignment", "arg-type", "return-value"].flatMap((code) => ["--disable-error-code", code]);
    await run([interpreter, "-m", "mypy", ...known, "--package", "pulumi_alicloud_backups"], options);
  },
};

const go: Language = {
  name: "Go",
  needs: ["go"],
  prepare: async () => {
    const program = join(workFolder, "go-program");
    await runGo(["build", "-o", program, "."], () => undefined, goFolder);
    return { command: [program], env: {} };
  },
  check: async () => {
    await runGo(["vet", "./...", "github.com/pulumi-alicloud-backups/..."], () => undefined, goFolder);
  },
};

export const languages = { nodejs, python, go };
