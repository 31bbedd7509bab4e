import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { z } from "zod";
import type { Emulator } from "../../emulator/index.ts";
import { engineEnvironment } from "../engine/engineEnvironment.ts";
import { projectRoot } from "../projectRoot.ts";
import type { Program } from "./language.ts";
import { run } from "./run.ts";

export type Order = "preview" | "up" | "destroy";

const reply = z.object({ succeeded: z.boolean(), output: z.string(), outputs: z.record(z.string(), z.unknown()) });
export type Reply = z.output<typeof reply>;

/** Where the engine looks for plugins that are not installed: Python's Automation API writes a Pulumi.yaml without any. */
const pluginFolder = join(projectRoot, "provider", "bin");

/** A folder with a stack of its own, in which an Automation API program carries out orders against the emulator. */
export class AutomationProject {
  readonly #folder = mkdtempSync(join(tmpdir(), "alicloud-backups-languages-"));
  readonly #program: Program;
  readonly #env: Readonly<Record<string, string>>;

  constructor(program: Program, emulator: Emulator) {
    const [key] = emulator.credentials;
    const engineFolder = process.env.PULUMI_ENGINE_DIR ?? "";
    this.#program = program;
    const environment = engineEnvironment({
      engineFolder,
      folder: this.#folder,
      passphrase: "a passphrase for this run",
    });
    this.#env = {
      ...environment,
      PATH: [pluginFolder, environment.PATH].join(delimiter),
      ...program.env,
      ALICLOUD_REGION: "cn-hangzhou",
      ALICLOUD_ACCESS_KEY: key?.accessKey ?? "",
      ALICLOUD_SECRET_KEY: key?.secretKey ?? "",
      RDS_ENDPOINT: emulator.url,
    };
  }

  async carryOut(order: Order, variables: Readonly<Record<string, string>>): Promise<Reply> {
    const [program, ...args] = this.#program.command;
    const env = { ...this.#env, ...variables };
    const printed = await run([program, ...args, order], { cwd: this.#folder, env });
    return reply.parse(JSON.parse(printed.trim().split("\n").at(-1) ?? ""));
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, maxRetries: 3 });
  }
}
