import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { engineEnvironment } from "../engine/engineEnvironment.ts";
import { projectRoot } from "../projectRoot.ts";
import { tell } from "./tell.ts";

const stepEvent = z.object({
  resOutputsEvent: z.object({ metadata: z.object({ op: z.string(), urn: z.string() }) }).optional(),
});

/** How a Pulumi command ended, and which resources it touched. */
export interface Ran {
  readonly exitCode: number;
  readonly output: string;
  /** `create migration`, `update migration`: what the engine really did, from its event log. */
  readonly touched: readonly string[];
}

/** A YAML project of this repository as a stack in a temporary folder, with state and settings of its own. */
export class DemoStack {
  readonly #folder = mkdtempSync(join(tmpdir(), "alicloud-backups-demo-"));
  readonly #root = join(this.#folder, "project");
  readonly #project: string;
  readonly #env: Record<string, string>;

  /** `folder` is the project's own in the repository: its relative path leads to the plugin. */
  constructor(engineFolder: string, folder = ".") {
    this.#project = join(this.#root, folder);
    mkdirSync(this.#project, { recursive: true });
    copyFileSync(join(projectRoot, folder, "Pulumi.yaml"), join(this.#project, "Pulumi.yaml"));
    symlinkSync(join(projectRoot, "provider"), join(this.#root, "provider"), "junction");
    const env = engineEnvironment({ engineFolder, folder: this.#folder, passphrase: "demo" });
    // Enables --event-log in the CLI.
    this.#env = { ...env, PULUMI_DEBUG_COMMANDS: "true" };
  }

  /** Runs in silence: set-up that is not part of the story. */
  async set(key: string, value: string, ...flags: string[]): Promise<void> {
    const { exitCode, output } = await this.#pulumi(["config", "set", ...flags, key, value], false);
    if (exitCode !== 0) throw new Error(`pulumi config set ${key} failed: ${output}`);
  }

  async init(): Promise<void> {
    const { exitCode, output } = await this.#pulumi(["stack", "init", "demo"], false);
    if (exitCode !== 0) throw new Error(`pulumi stack init failed: ${output}`);
  }

  /** Runs a command as a user would, with its output shown. */
  async run(...args: string[]): Promise<Ran> {
    const log = join(this.#folder, `events-${Date.now()}.jsonl`);
    tell.command(`pulumi ${args.join(" ")}`);
    const ran = await this.#pulumi([...args, "--suppress-progress", "--event-log", log], true);
    return { ...ran, touched: readTouched(log) };
  }

  async output(name: string): Promise<string> {
    const { output } = await this.#pulumi(["stack", "output", name], false);
    return output.trim();
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #pulumi(args: string[], shown: boolean): Promise<{ exitCode: number; output: string }> {
    const color = shown && process.stdout.isTTY ? "always" : "never";
    return new Promise((resolve, reject) => {
      const options = { cwd: this.#project, env: this.#env, timeout: 120_000 };
      const child = spawn("pulumi", [...args, "--non-interactive", "--color", color], options);
      let output = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
          output += text;
          if (shown) tell.output(text);
        });
      }
      child.on("error", reject);
      child.on("close", (code) => resolve({ exitCode: code ?? 1, output }));
    });
  }
}

/** The steps that change something, by the logical name of the resource. */
function readTouched(log: string): string[] {
  const lines = (existsSync(log) ? readFileSync(log, "utf8") : "").split("\n").filter(Boolean);
  const events = lines.map((line) => stepEvent.safeParse(JSON.parse(line)));
  return events.flatMap(({ data }) => {
    const step = data?.resOutputsEvent?.metadata;
    return step && step.op !== "same" ? [`${step.op} ${step.urn.split("::").at(-1)}`] : [];
  });
}
