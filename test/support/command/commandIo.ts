import { readFileSync, writeFileSync } from "node:fs";
import type { CommandIo } from "../../../provider/command/commandIo.ts";
import { realHost } from "../../../provider/core/realHost.ts";

/** For a command in this process: what it has in its environment, and the lines that it tells. */
export function commandIoIn(
  env: Readonly<Record<string, string>>,
  host = realHost,
): { readonly io: CommandIo; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const io: CommandIo = {
    host: { ...host, env },
    signal: new AbortController().signal,
    readText: (path) => readFileSync(path, "utf8"),
    writeFile: writeFileSync,
    tell: (line) => lines.push(line),
    status: (line) => lines.push(line),
  };
  return { io, lines };
}
