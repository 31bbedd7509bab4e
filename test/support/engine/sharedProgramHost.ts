import { type ChildProcess, fork } from "node:child_process";
import { type ProgramReply, type ProgramRequest, programReply } from "./programRequest.ts";

/** The process that programs run in, which starts `pulumi`. */
export interface ProgramHost {
  readonly pid: number;
  /** Has it run a program. What it and the program printed comes back with the reply. */
  readonly ask: (request: Omit<ProgramRequest, "id">) => Promise<ProgramReply & { readonly printed: string }>;
  /** Ends it when a test was given up before its program had run to the end; the next one gets another process. */
  readonly endIfBusy: () => void;
}

const TIME_LIMIT_MS = 110_000;
const hosts = new Map<string, { host: ProgramHost; child: ChildProcess }>();

/** One for all tests of a worker that start Node with the same options. */
export function sharedProgramHost(env: Readonly<Record<string, string>>): ProgramHost {
  const options = env.NODE_OPTIONS ?? "";
  const running = hosts.get(options);
  if (running && !hasEnded(running.child)) return running.host;
  const started = startProgramHost(env);
  hosts.set(options, started);
  return started.host;
}

function startProgramHost(env: Readonly<Record<string, string>>) {
  const child = fork(new URL("./programHost.ts", import.meta.url), {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  // It ends with the worker, and does not keep it.
  child.unref();
  let requests = 0;
  let open = 0;
  const ask: ProgramHost["ask"] = (request) => {
    const id = requests++;
    open++;
    printed = "";
    return new Promise((resolve, reject) => {
      // A process that is silent for too long is ended.
      const limit = setTimeout(() => child.kill("SIGKILL"), TIME_LIMIT_MS);
      const ended = () => {
        clearTimeout(limit);
        reject(new Error(`The program's process ended:\n${printed}`));
      };
      const received = (message: unknown) => {
        const reply = programReply.parse(message);
        if (reply.id !== id) return;
        open--;
        clearTimeout(limit);
        child.off("exit", ended).off("message", received);
        resolve({ ...reply, printed });
      };
      if (hasEnded(child)) return ended();
      child.on("exit", ended).on("message", received);
      child.send({ id, ...request });
    });
  };
  const endIfBusy = () => {
    if (open > 0) child.kill("SIGKILL");
  };
  return { child, host: { pid: child.pid ?? 0, ask, endIfBusy } };
}

function hasEnded({ exitCode, signalCode, killed }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null || killed;
}
