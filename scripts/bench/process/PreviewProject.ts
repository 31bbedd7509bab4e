import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { engineEnvironment } from "../../engine/engineEnvironment.ts";
import { projectRoot } from "../../projectRoot.ts";
import { runProgram } from "./runProgram.ts";

const STACK = "bench";

const pulumiYaml = `name: bench
runtime: nodejs
plugins:
  providers:
    - name: alicloud-backups
      path: ${JSON.stringify(join(projectRoot, "provider/bin"))}
`;

/** A Pulumi project whose programs are previewed by the Automation API, each time by a process of its own. */
export class PreviewProject implements AsyncDisposable {
  readonly #folder: string;
  readonly #env: Readonly<Record<string, string>>;

  private constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.#env = env;
  }

  static async create(engineFolder: string, variables: Readonly<Record<string, string>>): Promise<PreviewProject> {
    const folder = await mkdtemp(join(tmpdir(), "alicloud-backups-bench-"));
    await writeFile(join(folder, "Pulumi.yaml"), pulumiYaml);
    const env = { ...engineEnvironment({ engineFolder, folder, passphrase: "bench" }), ...variables };
    await promisify(execFile)("pulumi", ["stack", "init", STACK, "--non-interactive"], { cwd: folder, env });
    return new PreviewProject(folder, env);
  }

  /** Previews a program of `scripts/bench/programs`. */
  preview(file: string): Promise<void> {
    return runProgram({
      program: new URL(`../programs/${file}`, import.meta.url).href,
      workDir: this.#folder,
      stackName: STACK,
      env: this.#env,
      order: "preview",
      flags: { refresh: false, expectNoChanges: false, previewOnly: false },
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
