import { join } from "node:path";
import { installNpm } from "../../../test/support/official/installNpm.ts";
import { installPython } from "../../../test/support/official/installPython.ts";
import { isolatedPython } from "../../../test/support/official/isolatedPython.ts";
import { LineProcess } from "../process/LineProcess.ts";

/** A client that reads lists, in a process of its own. */
export interface ListPeer {
  readonly name: string;
  readonly process: LineProcess;
  /** How many requests it may have under way. */
  readonly atOnce: number;
}

export interface ListPeers extends AsyncDisposable {
  readonly peers: readonly ListPeer[];
  /** Those that cannot be had on this machine, and why. */
  readonly missing: readonly string[];
}

export const SEQUENTIAL = "sequential pop-core";
export const BARE_HTTP = "bare http at 5 in flight";
export const PARALLEL = "pop-core at 5 in flight";

const IN_FLIGHT = 5;

/** What a program would use without the plugin, and the least that reading a list costs. */
export async function startListPeers(
  servicePort: number,
  kinds: "all" | "without official clients" = "all",
): Promise<ListPeers> {
  const port = String(servicePort);
  const peers: ListPeer[] = [
    { name: SEQUENTIAL, process: LineProcess.node("peers/popCore.ts", [port]), atOnce: 1 },
    { name: PARALLEL, process: LineProcess.node("peers/popCore.ts", [port]), atOnce: IN_FLIGHT },
    { name: BARE_HTTP, process: LineProcess.node("peers/bareHttp.ts", [port]), atOnce: IN_FLIGHT },
  ];
  const missing: string[] = [];
  if (kinds === "all") {
    const npm = await installNpm();
    const name = "official TypeScript client";
    if ("missing" in npm) missing.push(`${name}: not here. ${npm.missing}`);
    else peers.push({ name, process: LineProcess.node("peers/officialClient.ts", [port, npm.folder]), atOnce: 1 });
    const python = await installPython();
    if ("missing" in python) missing.push(`official Python client: not here. ${python.missing}`);
    else peers.push({ name: "official Python client", process: startPython(port, python.folder), atOnce: 1 });
  }
  return {
    peers,
    missing,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(peers.map(({ process }) => process[Symbol.asyncDispose]()));
    },
  };
}

function startPython(port: string, folder: string): LineProcess {
  const { args, env } = isolatedPython(folder);
  return new LineProcess("python3", [...args, join(import.meta.dirname, "../peers/official_client.py"), port], env);
}
