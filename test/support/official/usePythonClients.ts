import { afterAll, beforeAll } from "vitest";
import type { Emulator } from "../../../emulator/index.ts";
import type { Json } from "../../../provider/core/json.ts";
import { installPython } from "./installPython.ts";
import { type Job, startReadEmulator } from "./readings.ts";
import { runPython } from "./runPython.ts";

interface PythonClients {
  readonly emulator: () => Emulator;
  /** The rows of each job, or why they could not be read on this machine. */
  readonly read: () => { readonly missing: string } | { readonly lists: readonly (readonly Json[])[] };
}

/** Lets a program of test/official read from an emulator, before the tests of a file. */
export function usePythonClients(program: string, jobs: readonly Job[]): PythonClients {
  let emulator: Emulator;
  let read: ReturnType<PythonClients["read"]>;
  beforeAll(async () => {
    emulator = await startReadEmulator();
    const clients = await installPython();
    read =
      "missing" in clients
        ? clients
        : { lists: await runPython(program, clients.folder, `127.0.0.1:${emulator.port}`, jobs) };
  }, 720_000);
  afterAll(() => emulator.close());
  return { emulator: () => emulator, read: () => read };
}
