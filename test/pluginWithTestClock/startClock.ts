import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { bundlePlugin } from "../../scripts/build/bundlePlugin.ts";
import { ClockFile } from "./ClockFile.ts";

/** A world in which time goes by as the test says, and as the plugin sleeps. */
export interface Clocked extends AsyncDisposable {
  readonly emulator: Emulator;
  /** The folder of the plugin with that clock, for a project file. */
  readonly plugin: string;
  /** The same plugin, as the engine starts it. */
  readonly program: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly pass: (ms: number) => void;
}

/** Node takes a file without an ending, in a folder without a package.json, for CommonJS. */
const LAUNCHER = '#!/usr/bin/env node\nrequire("./main.cjs");\n';

let bundled: Promise<string> | undefined;

/** The plugin with that clock, made once in a worker. */
function pluginText(): Promise<string> {
  const make = async () => {
    const folder = await mkdtemp(join(tmpdir(), "alicloud-clock-"));
    const file = join(folder, "main.cjs");
    await bundlePlugin(file, "test/pluginWithTestClock/main.ts");
    const text = await readFile(file, "utf8");
    await rm(folder, { recursive: true });
    return text;
  };
  bundled ??= make();
  return bundled;
}

/** It begins at 2026-08-10T03:00:00Z: a whole second, as the service's Date header has no smaller ones. */
export async function startClock(): Promise<Clocked> {
  const folder = await mkdtemp(join(tmpdir(), "alicloud-clock-"));
  const CLOCK_FILE = join(folder, "now");
  const clock = new ClockFile(CLOCK_FILE);
  clock.set(Date.parse("2026-08-10T03:00:00Z"));
  await writeFile(join(folder, "main.cjs"), await pluginText());
  const program = join(folder, "pulumi-resource-alicloud-backups");
  await writeFile(program, LAUNCHER, { mode: 0o755 });
  // Requests are signed by the machine's own clock, which the SDK that signs them reads itself.
  const emulator = await startEmulator({ clock, modes: { timestamps: "unchecked" } });
  return {
    emulator,
    plugin: folder,
    program,
    variables: { CLOCK_FILE },
    pass: (ms) => clock.pass(ms),
    [Symbol.asyncDispose]: async () => {
      await emulator.close();
      await rm(folder, { recursive: true, maxRetries: 3 });
    },
  };
}
