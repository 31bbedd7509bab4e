import { readFileSync, writeFileSync } from "node:fs";
import type { CommandIo } from "../../../provider/command/commandIo.ts";
import { realHost } from "../../../provider/core/realHost.ts";

/** For a command in this process: what it has in its environment, and the lines that it tells. */
export function commandIoIn(env: Readonly<Record<string, string>>): {
  readonly io: CommandIo;
  readonly told: string[];
} {
  const told: string[] = [];
  const io: CommandIo = {
    host: { ...realHost, env },
    signal: new AbortController().signal,
    readText: (path) => readFileSync(path, "utf8"),
    writeFile: writeFileSync,
    tell: (line) => told.push(line),
    status: (line) => told.push(line),
  };
  return { io, told };
}
