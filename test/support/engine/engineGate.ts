import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Emulator } from "../../../emulator/index.ts";
import type { JsonObject } from "../../../provider/core/json.ts";
import { projectRoot } from "../../../scripts/projectRoot.ts";
import { type CliProject, startCliProject } from "./engineCli.ts";
import type { EngineEvents } from "./engineEvents.ts";
import { type EngineFolder, stackName } from "./engineFolder.ts";
import { startProgram } from "./engineProgram.ts";
import { instance } from "./scenes.ts";

export interface GateUnderTest {
  readonly type?: "BackupGate" | "MigrateTaskGate";
  readonly given: JsonObject;
  /** The `dbInstanceId` is the ID of `db`: this one, but it is not known before `db` exists. */
  readonly later?: string;
  /** Resource options, in YAML alone. */
  readonly options?: JsonObject;
  /** More resources, in YAML alone. */
  readonly resources?: JsonObject;
}

interface Run {
  readonly succeeded: boolean;
  readonly output: string;
  readonly events: EngineEvents;
}

interface Flags {
  readonly refresh?: boolean;
  readonly expectNoChanges?: boolean;
}

/** A stack of a gate and `migration`, which depends on it. */
export interface GatedProject extends EngineFolder {
  readonly preview: (flags?: Flags) => Promise<Run>;
  readonly up: (flags?: Flags) => Promise<Run>;
  /** Begins anew with this gate: nothing has been deployed yet. */
  readonly restart: (gate: GateUnderTest) => Promise<void>;
}

/** In the project's folder: where the fake alicloud keeps its instances. */
const FAKE_CLOUD_FILE = "cloud.json";
const variables = { FAKE_CLOUD_FILE };
const fakeAlicloud = { name: "alicloud", path: join(projectRoot, "test", "fakeAlicloud") };

/** Another plugin than the built one, and more of the environment. */
export interface Surroundings {
  readonly plugin?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

export async function startGatedProgram(
  emulator: Emulator,
  first: GateUnderTest,
  { plugin, variables: more }: Surroundings = {},
): Promise<GatedProject> {
  const program = new URL("../../engine/programs/gated.ts", import.meta.url);
  const project = await startProgram(program, emulator, { ...variables, ...more }, plugin);
  const write = ({ type, given, later }: GateUnderTest) =>
    writeFile(join(project.path, "gate.json"), JSON.stringify({ type, given, db: databaseOf(later) }));
  await write(first);
  return { ...project, restart: await restarting(project, "inline", write) };
}

export async function startGatedYaml(
  emulator: Emulator,
  first: GateUnderTest,
  { plugin, variables: more }: Surroundings = {},
): Promise<GatedProject> {
  const project = await startCliProject(gatedYaml(first, plugin), emulator, { ...variables, ...more });
  const write = (gate: GateUnderTest) => writeFile(join(project.path, "Pulumi.yaml"), gatedYaml(gate, plugin));
  const succeeded = async (running: ReturnType<CliProject["up"]>): Promise<Run> => {
    const { code, ...run } = await running;
    return { succeeded: code === 0, ...run };
  };
  return {
    ...project,
    preview: (flags) => succeeded(project.preview(...cliFlags(flags))),
    up: (flags) => succeeded(project.up(...cliFlags(flags))),
    restart: await restarting(project, "gated", write),
  };
}

function cliFlags({ refresh = false, expectNoChanges = false }: Flags = {}): string[] {
  return [...(refresh ? ["--refresh"] : []), ...(expectNoChanges ? ["--expect-no-changes"] : [])];
}

/** Puts the state back to what it is now: a second or two less than another stack. */
async function restarting({ path }: EngineFolder, name: string, write: (gate: GateUnderTest) => Promise<void>) {
  const state = join(path, "state", ".pulumi", "stacks", name, `${stackName}.json`);
  const asMade = await readFile(state);
  return async (gate: GateUnderTest) => {
    await Promise.all([writeFile(state, asMade), rm(join(path, FAKE_CLOUD_FILE), { force: true }), write(gate)]);
  };
}

/** A gate is the same for every language: this shows that all of it arrives. */
export const gatedLanguages = [
  { language: "TypeScript", start: startGatedProgram },
  { language: "YAML", start: startGatedYaml },
];

/** What Pulumi YAML puts the value in place of. */
export function yamlReference(to: string): string {
  return `\${${to}}`;
}

/** JSON is YAML too. */
export function gatedYaml(gate: GateUnderTest, plugin = "provider/bin"): string {
  const { type = "BackupGate", given, later, options = {}, resources = {} } = gate;
  const db = databaseOf(later);
  const ours = { name: "alicloud-backups", path: plugin };
  // The fake alicloud takes a second to start, and it is started when it is listed.
  const listed = db || Object.keys(resources).length > 0 ? [ours, fakeAlicloud] : [ours];
  return JSON.stringify({
    name: "gated",
    runtime: "yaml",
    plugins: { providers: listed },
    resources: {
      ...resources,
      ...(db && { db: { type: "alicloud:rds/instance:Instance", properties: db } }),
      gate: {
        type: `alicloud-backups:rds:${type}`,
        properties: db ? { ...given, dbInstanceId: yamlReference("db.id") } : given,
        options,
      },
      migration: {
        type: "pulumi:index:Stash",
        properties: { input: "release 1" },
        options: { dependsOn: [yamlReference("gate")] },
      },
    },
  });
}

function databaseOf(later: string | undefined) {
  return later === undefined ? undefined : instance("db", later).args;
}
