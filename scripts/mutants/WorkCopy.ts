import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { bundlePluginParts } from "../build/bundlePlugin.ts";
import { pluginFiles } from "../build/outputs.ts";
import { projectRoot } from "../projectRoot.ts";
import { applyMutant } from "./applyMutant.ts";
import type { Mutant } from "./mutant.ts";
import type { TestRun } from "./readReport.ts";
import { runTests } from "./runTests.ts";

const LEFT_OUT = new Set(["node_modules", ".git", "coverage", ...Object.values(pluginFiles)]);
/** What is built, apart from the plugin: no test of a mutant needs it. */
const BUILT = join(projectRoot, "build");
/** These tests start the plugin as it is built. */
const STARTS_PLUGIN = /^test\/(plugin|states)\//;

/** A copy of the work tree in a folder of its own, where faults can be made that nobody else sees. */
export class WorkCopy implements Disposable {
  readonly #root = mkdtempSync(join(tmpdir(), "alicloud-backups-mutants-"));

  constructor() {
    // Also when we are stopped.
    process.on("exit", this.#remove);
    cpSync(projectRoot, this.#root, {
      recursive: true,
      filter: (path) => path !== BUILT && !LEFT_OUT.has(basename(path)),
    });
    // The packages are shared, but not the caches beside them.
    const packages = join(this.#root, "node_modules");
    mkdirSync(packages);
    for (const name of readdirSync(join(projectRoot, "node_modules"))) {
      if (name.startsWith(".") && name !== ".bin") continue;
      symlinkSync(join(projectRoot, "node_modules", name), join(packages, name));
    }
  }

  /** The tests on the sources as they are. */
  async runUnchanged(tests: readonly string[]): Promise<TestRun> {
    await this.#buildFor(tests);
    return await runTests(this.#root, tests, { bail: false });
  }

  /** @throws when the place of the fault is gone. */
  async runMutated(mutant: Mutant, tests: readonly string[]): Promise<TestRun> {
    const path = join(this.#root, mutant.file);
    const source = readFileSync(path, "utf8");
    writeFileSync(path, applyMutant(source, mutant));
    try {
      await this.#buildFor(tests);
      return await runTests(this.#root, tests, { bail: true });
    } finally {
      writeFileSync(path, source);
    }
  }

  async #buildFor(tests: readonly string[]): Promise<void> {
    if (!tests.some((test) => STARTS_PLUGIN.test(test))) return;
    await bundlePluginParts(join(this.#root, "provider/bin"), this.#root);
  }

  readonly #remove = (): void => rmSync(this.#root, { recursive: true, force: true, maxRetries: 3 });

  [Symbol.dispose](): void {
    process.off("exit", this.#remove);
    this.#remove();
  }
}
