import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import type { Emulator } from "../../emulator/index.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { EngineEvents } from "./engineEvents.ts";
import { type EngineFolder, emulatorVariables, engineProjectFolder, stackName } from "./engineFolder.ts";
import { refuseSecrets } from "./refuseSecrets.ts";

export interface ProgramRun {
  readonly succeeded: boolean;
  /** All that was printed, and the error that the Automation API gave. */
  readonly output: string;
  readonly events: EngineEvents;
}

/** A program of `test/engine/programs` with a stack of its own. */
export interface ProgramProject extends EngineFolder {
  readonly preview: () => Promise<ProgramRun>;
  readonly up: () => Promise<ProgramRun>;
  readonly destroy: () => Promise<ProgramRun>;
  /** As `pulumi destroy --run-program`. */
  readonly destroyRunningProgram: () => Promise<ProgramRun>;
}

type Order = "preview" | "up" | "destroy" | "destroyRunningProgram";

const pulumiYaml = `name: inline
runtime: nodejs
plugins:
  providers:
    - name: alicloud-backups
      path: provider/bin
    - name: alicloud
      path: ${join(projectRoot, "test", "standin")}
`;

const TIME_LIMIT_MS = 110_000;
const reply = z.object({ succeeded: z.boolean(), output: z.string(), events: z.array(z.unknown()) });

/** Starts the file with the emulator's settings in its environment, and more variables that the program reads. */
export async function startProgram(
  program: URL,
  emulator: Emulator,
  variables: Readonly<Record<string, string>> = {},
): Promise<ProgramProject> {
  const folder = await engineProjectFolder(pulumiYaml);
  const host = fork(new URL("./engineProgramHost.ts", import.meta.url), [program.href, folder.path, stackName], {
    cwd: folder.path,
    env: { ...folder.env, ...emulatorVariables(emulator), ...variables },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    execArgv: ["--disable-warning=ExperimentalWarning"],
    timeout: TIME_LIMIT_MS,
  });
  let printed = "";
  for (const stream of [host.stdout, host.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const ask = async (order?: Order) => {
    if (order) host.send(order);
    return await message(host, () => printed);
  };
  const run = async (order: Order): Promise<ProgramRun> => {
    printed = "";
    const { succeeded, output, events } = reply.parse(await ask(order));
    const shown = `${printed}\n${output}`;
    refuseSecrets([{ where: `the output of ${order}`, text: shown }]);
    return { succeeded, output: shown, events: new EngineEvents(events) };
  };
  await ask();
  return {
    ...folder,
    preview: () => run("preview"),
    up: () => run("up"),
    destroy: () => run("destroy"),
    destroyRunningProgram: () => run("destroyRunningProgram"),
    [Symbol.asyncDispose]: async () => {
      await end(host);
      await folder[Symbol.asyncDispose]();
    },
  };
}

function message(host: ChildProcess, printed: () => string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`The program's process ended:\n${printed()}`));
    host.once("exit", ended);
    host.once("message", (received) => {
      host.off("exit", ended);
      resolve(received);
    });
  });
}

async function end(host: ChildProcess): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) return;
  const exited = once(host, "exit");
  host.kill("SIGKILL");
  await exited;
}
