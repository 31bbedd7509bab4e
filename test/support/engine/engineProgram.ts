import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import type { Emulator } from "../../../emulator/index.ts";
import { projectRoot } from "../../../scripts/projectRoot.ts";
import { refuseSecrets } from "../secrets/refuseSecrets.ts";
import { EngineEvents } from "./engineEvents.ts";
import { type EngineFolder, emulatorVariables, engineProjectFolder, stackName } from "./engineFolder.ts";

export interface ProgramRun {
  readonly succeeded: boolean;
  /** All that was printed, and the error that the Automation API gave. */
  readonly output: string;
  readonly events: EngineEvents;
}

/** A program of `test/engine/programs` with a stack of its own. */
export interface ProgramProject extends EngineFolder {
  readonly preview: (flags?: RunFlags) => Promise<ProgramRun>;
  readonly up: (flags?: RunFlags) => Promise<ProgramRun>;
  readonly destroy: (flags?: RunFlags) => Promise<ProgramRun>;
  /** As `pulumi destroy --run-program`. */
  readonly destroyRunningProgram: (flags?: RunFlags) => Promise<ProgramRun>;
  /** The process that the program runs in, which starts `pulumi`. */
  readonly pid: number;
}

/** As the Automation API names them. */
export interface RunFlags {
  /** URNs. */
  readonly target?: readonly string[];
  readonly refresh?: boolean;
  readonly expectNoChanges?: boolean;
  /** What destroying would do. */
  readonly previewOnly?: boolean;
}

type Order = "preview" | "up" | "destroy" | "destroyRunningProgram";

const pulumiYaml = (plugin: string) => `name: inline
runtime: nodejs
plugins:
  providers:
    - name: alicloud-backups
      path: ${plugin}
    - name: alicloud
      path: ${join(projectRoot, "test", "fakeAlicloud")}
    - name: wikis
      path: ${join(projectRoot, "test", "fakeAlicloud", "component")}
`;

const TIME_LIMIT_MS = 110_000;
const reply = z.object({ succeeded: z.boolean(), output: z.string(), events: z.array(z.unknown()) });

/** Starts the file with the emulator's settings in its environment, and more variables that the program reads. */
export async function startProgram(
  program: URL,
  emulator: Emulator,
  variables: Readonly<Record<string, string>> = {},
  plugin = "provider/bin",
): Promise<ProgramProject> {
  const folder = await engineProjectFolder(pulumiYaml(plugin));
  const host = fork(new URL("./engineProgramHost.ts", import.meta.url), [program.href, folder.path, stackName], {
    cwd: folder.path,
    env: { ...folder.env, ...emulatorVariables(emulator), ...variables },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  let printed = "";
  for (const stream of [host.stdout, host.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const ask = async (question?: { order: Order; flags: RunFlags }) => {
    if (question) host.send(question);
    return await message(host, () => printed);
  };
  const run = async (order: Order, flags: RunFlags = {}): Promise<ProgramRun> => {
    printed = "";
    const { succeeded, output, events } = reply.parse(await ask({ order, flags }));
    const shown = `${printed}\n${output}`;
    refuseSecrets([{ where: `the output of ${order}`, text: shown }]);
    return { succeeded, output: shown, events: new EngineEvents(events) };
  };
  await ask();
  return {
    ...folder,
    pid: host.pid ?? 0,
    preview: (flags) => run("preview", flags),
    up: (flags) => run("up", flags),
    destroy: (flags) => run("destroy", flags),
    destroyRunningProgram: (flags) => run("destroyRunningProgram", flags),
    [Symbol.asyncDispose]: async () => {
      await end(host);
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** The next one. A process that is silent for too long is ended. */
function message(host: ChildProcess, printed: () => string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => host.kill("SIGKILL"), TIME_LIMIT_MS);
    const ended = () => {
      clearTimeout(limit);
      reject(new Error(`The program's process ended:\n${printed()}`));
    };
    if (hasEnded(host)) return ended();
    host.once("exit", ended);
    host.once("message", (received) => {
      clearTimeout(limit);
      host.off("exit", ended);
      resolve(received);
    });
  });
}

async function end(host: ChildProcess): Promise<void> {
  if (hasEnded(host)) return;
  const exited = once(host, "exit");
  host.kill("SIGKILL");
  await exited;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
