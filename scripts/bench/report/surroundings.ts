import { execFileSync } from "node:child_process";
import { arch, cpus, release, totalmem, type } from "node:os";
import manifest from "../../../package.json" with { type: "json" };
import type { Bench } from "../measure/part.ts";

const data =
  "Data: rows of DescribeBackups with 22 fields, 66 KB a page of 100, one backup an hour, newest first, unless a part says " +
  "something else. The 100,000 backups are 50 minutes apart, as more than ten years are not listed.";

/** What a run was measured on and with, one line each. */
export function surroundings({ rounds, pairs }: Pick<Bench, "rounds" | "pairs">): readonly string[] {
  const { dependencies, devDependencies } = manifest;
  const [cpu] = cpus();
  return [
    `Machine: ${cpus().length} cores of ${cpu?.model.trim() ?? "an unknown kind"}, ${(totalmem() / 1e9).toFixed(0)} GB, ${type()} ${release()} ${arch()}.`,
    `Versions: Node ${process.version}, pop-core ${dependencies["@alicloud/pop-core"]}, @pulumi/pulumi ${devDependencies["@pulumi/pulumi"]}, Pulumi engine ${engineVersion()}, ${pythonVersion()}.`,
    data,
    `Medians of ${rounds} rounds, of ${pairs} for starts and previews; everything of a part in turn, after one round that does not count.`,
  ];
}

function engineVersion(): string {
  return process.env.PULUMI_ENGINE_DIR === undefined ? "not here" : output("pulumi", ["version"]);
}

function pythonVersion(): string {
  return output("python3", ["--version"]);
}

function output(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return `no ${command}`;
  }
}
