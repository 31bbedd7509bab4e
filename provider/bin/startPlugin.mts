import { listenThenLoad } from "../server/listenThenLoad.ts";
import { positionalArguments } from "./positionalArguments.mts";

/**
 * Starts what Pulumi talks to. The first line on stdout is the port, and nothing else ever goes there. Imported here is
 * only what opens the port; the rest is loaded when the port is open, in the npm package from a file of its own.
 *
 * @param args what Pulumi passes
 */
export function startPlugin(args: readonly string[]): void {
  if (args.includes("--version")) tellVersion().catch(fail);
  else start(args);
}

async function tellVersion(): Promise<void> {
  const { packageVersion } = await import("../server/packageInfo.ts");
  process.stdout.write(`${packageVersion}\n`);
}

function start(args: readonly string[]): void {
  // The engine passes its own address, after flags of its own such as --logtostderr.
  const [engineAddress] = positionalArguments(args);
  const load = async () => {
    const { loadService } = await import("./loadService.mts");
    const { createGrpcServer, keepCompiledCode } = await loadService();
    return createGrpcServer({ engineAddress, keepCompiledCode });
  };
  listenThenLoad(load).then(({ port, loaded, stop }) => {
    process.stdout.write(`${port}\n`);
    const end = () => {
      stop();
      process.exit(0);
    };
    process.on("SIGINT", end);
    process.on("SIGTERM", end);
    if (engineAddress !== undefined) watchParent(end);
    loaded.catch(fail);
  }, fail);
}

/** A plugin that cannot answer must not stay: the engine would wait for it without end. */
function fail(error: unknown): void {
  process.stderr.write(`pulumi-resource-alicloud-backups could not start: ${String(error)}\n`);
  process.exit(1);
}

/** An engine that was killed tells nobody: a gate would go on waiting, and this process stay. */
function watchParent(end: () => void): void {
  const engine = process.ppid;
  setInterval(() => (process.ppid !== engine || !isRunning(engine)) && end(), 1_000).unref();
}

/** On Windows the number of the parent stays after its end. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
