import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { outputs } from "../build/outputs.ts";
import { emptyFolder } from "./install.ts";
import { type Installer, writeProject } from "./installers.ts";
import { runPrograms } from "./runPrograms.ts";
import { writePrograms } from "./writePrograms.ts";

interface Versions {
  /** The folder that has the package managers. */
  readonly tools: string;
  /** Of `@pulumi/pulumi`. */
  readonly sdk: string;
  /** Each starts the plugin. */
  readonly nodes: readonly string[];
}

/** Installs the package as this installer does, and runs programs and plugin. Resolves to what is wrong. */
export async function checkInstaller(
  installer: Installer,
  { tools, sdk, nodes }: Versions,
): Promise<readonly string[]> {
  const root = emptyFolder(`installer-${installer.name.replace(/\W+/g, "-")}`);
  const app = writeProject(root, installer, {
    "pulumi-alicloud-backups": `file:${outputs.tarball}`,
    "@pulumi/pulumi": sdk,
  });
  const PATH = [join(tools, "node_modules/.bin"), process.env.PATH].join(delimiter);
  const [program, ...args] = installer.command;
  await promisify(execFile)(program, args, { cwd: root, env: { ...process.env, PATH }, timeout: 500_000 });

  const { nodeArgs, runtime } = installer;
  const programs = writePrograms(app).filter(({ entry }) => entry.name !== runtime?.without);
  const node = runtime ? join(tools, "node_modules/.bin", runtime.program) : process.execPath;
  const { answers } = await runPrograms(app, node, { nodeArgs, files: programs.map(({ file }) => file) });
  const problems = programs.flatMap(({ file, entry }) => {
    const answer = answers[file] ?? "it was not run";
    return entry.accepts(answer) ? [] : [`${file}: ${answer}`];
  });
  return [...problems, ...(await pluginProblems(root, app, nodes))];
}

/** Starts the plugin from where Pulumi.yaml would name it: it must tell its port. */
async function pluginProblems(root: string, app: string, nodes: readonly string[]): Promise<readonly string[]> {
  const name = "pulumi-alicloud-backups/provider/bin/pulumi-resource-alicloud-backups";
  const places = [join(app, "node_modules"), join(root, "node_modules"), join(root, ".yarn/unplugged/*/node_modules")];
  const [launcher] = places.flatMap((place) => globSync(join(place, name)));
  if (launcher === undefined) return ["There is no plugin that Pulumi could start."];
  return (await Promise.all(nodes.map((node) => startProblems(node, launcher)))).flat();
}

async function startProblems(node: string, launcher: string): Promise<readonly string[]> {
  const plugin = spawn(node, [launcher], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [port] = await once(plugin.stdout, "data", { signal: AbortSignal.timeout(60_000) });
    return /^\d+\n$/.test(String(port)) ? [] : [`The plugin said under ${node}: ${port}`];
  } finally {
    plugin.kill();
  }
}
