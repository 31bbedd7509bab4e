import { join, resolve } from "node:path";
import type { Emulator } from "../../../emulator/index.ts";
import { projectRoot } from "../../../scripts/projectRoot.ts";
import { startFakeAlicloud } from "../../fakeAlicloud/startFakeAlicloud.ts";
import { refuseSecrets } from "../secrets/refuseSecrets.ts";
import { EngineEvents } from "./engineEvents.ts";
import { type EngineFolder, emulatorVariables, engineProjectFolder, stackName } from "./engineFolder.ts";
import type { ProgramRequest, RunFlags } from "./programRequest.ts";
import { sharedProgramHost } from "./sharedProgramHost.ts";

export interface ProgramRun {
  readonly succeeded: boolean;
  /** All that was printed, and the error that the Automation API gave. */
  readonly output: string;
  readonly events: EngineEvents;
}

type Run = (flags?: RunFlags) => Promise<ProgramRun>;

/** A program of `test/engine/programs` with a stack of its own. */
export interface ProgramProject extends EngineFolder {
  readonly preview: Run;
  readonly up: Run;
  readonly destroy: Run;
  /** As `pulumi destroy --run-program`. */
  readonly destroyRunningProgram: Run;
  /** The process that the program runs in, which starts `pulumi`. */
  readonly pid: number;
}

const pulumiYaml = (plugin: string) => `name: inline
runtime: nodejs
plugins:
  providers:
    - name: alicloud-backups
      path: ${plugin}
    - name: wikis
      path: ${join(projectRoot, "test", "fakeAlicloud", "component")}
`;

/** A program with the emulator's settings in its environment, and more variables that it reads. */
export async function startProgram(
  program: URL,
  emulator: Emulator,
  variables: Readonly<Record<string, string>> = {},
  plugin = "provider/bin",
): Promise<ProgramProject> {
  const folder = await engineProjectFolder(pulumiYaml(plugin));
  const surroundings = { ...emulatorVariables(emulator), FAKE_CLOUD_FILE: "cloud.json", ...variables };
  const FAKE_CLOUD_FILE = resolve(folder.path, surroundings.FAKE_CLOUD_FILE);
  // The engine attaches to this one: a start takes longer than most previews. YAML projects have it started.
  const alicloud = await startFakeAlicloud({ ...surroundings, FAKE_CLOUD_FILE });
  const env = { ...folder.env, ...surroundings, PULUMI_DEBUG_PROVIDERS: `alicloud:${alicloud.port}` };
  const host = sharedProgramHost(env);
  const run =
    (order: ProgramRequest["order"]): Run =>
    async ({ refresh = false, expectNoChanges = false, previewOnly = false, target } = {}) => {
      const flags = { refresh, expectNoChanges, previewOnly, target };
      const asked = { program: program.href, workDir: folder.path, stackName, env, order, flags };
      const { succeeded, output, events, printed } = await host.ask(asked);
      const shown = `${printed}\n${output}`;
      refuseSecrets([{ where: `the output of ${order}`, text: shown }]);
      return { succeeded, output: shown, events: new EngineEvents(events) };
    };
  return {
    ...folder,
    pid: host.pid,
    preview: run("preview"),
    up: run("up"),
    destroy: run("destroy"),
    destroyRunningProgram: run("destroyRunningProgram"),
    [Symbol.asyncDispose]: async () => {
      host.endIfBusy();
      alicloud[Symbol.dispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
