import type { Emulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { type CliProject, startCliProject } from "./engineCli.ts";
import type { EngineEvents } from "./engineEvents.ts";
import type { EngineFolder } from "./engineFolder.ts";
import { startProgram } from "./engineProgram.ts";

export interface GateUnderTest {
  readonly type?: "BackupGate" | "MigrateTaskGate";
  readonly given: JsonObject;
  /** Resource options, in YAML alone. */
  readonly options?: JsonObject;
}

interface Run {
  readonly succeeded: boolean;
  readonly output: string;
  readonly events: EngineEvents;
}

/** A stack of a gate and `migration`, which depends on it. */
export interface GatedProject extends EngineFolder {
  readonly preview: () => Promise<Run>;
  readonly up: () => Promise<Run>;
}

export function startGatedProgram(emulator: Emulator, { type = "BackupGate", given }: GateUnderTest) {
  const program = new URL("../engine/programs/gated.ts", import.meta.url);
  return startProgram(program, emulator, { GATE_TYPE: type, GATE_ARGUMENTS: JSON.stringify(given) });
}

export async function startGatedYaml(emulator: Emulator, gate: GateUnderTest): Promise<GatedProject> {
  const project = await startCliProject(gatedYaml(gate), emulator);
  const succeeded = async (running: ReturnType<CliProject["up"]>): Promise<Run> => {
    const { code, ...run } = await running;
    return { succeeded: code === 0, ...run };
  };
  return {
    ...project,
    preview: () => succeeded(project.preview()),
    up: () => succeeded(project.up()),
  };
}

/** What Pulumi YAML puts the value in place of. */
export function yamlReference(to: string): string {
  return `\${${to}}`;
}

/** JSON is YAML too. */
export function gatedYaml({ type = "BackupGate", given, options = {} }: GateUnderTest, more: JsonObject = {}): string {
  return JSON.stringify({
    name: "gated",
    runtime: "yaml",
    plugins: { providers: [{ name: "alicloud-backups", path: "provider/bin" }] },
    resources: {
      ...more,
      gate: { type: `alicloud-backups:rds:${type}`, properties: given, options },
      migration: {
        type: "pulumi:index:Stash",
        properties: { input: "release 1" },
        options: { dependsOn: [yamlReference("gate")] },
      },
    },
  });
}
