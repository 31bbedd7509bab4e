import type * as pb from "@pulumi/pulumi/proto/language_pb.js";
import { z } from "zod";
import type { StartedProgram } from "./ProgramHost.ts";

const pairs = z.array(z.tuple([z.string(), z.string()]));

/** What a program of each runtime is started with: as Pulumi's own language hosts do it. */
export function startedProgram(
  runtime: "nodejs" | "python" | "go",
  folder: string,
  program: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
): StartedProgram {
  return (run, engine) => {
    const config = JSON.stringify(Object.fromEntries(pairs.parse(run.configMap)));
    const secrets = JSON.stringify(run.configsecretkeysList);
    const common = { ...env, PULUMI_CONFIG: config, PULUMI_CONFIG_SECRET_KEYS: secrets };
    if (runtime === "go") return { command: program, cwd: folder, env: { ...common, ...goVariables(run, engine) } };
    const [executable, ...rest] = program;
    const args = [...rest.slice(0, -1), ...hostArguments(run, engine, runtime), rest.at(-1) ?? "."];
    const typescript = runtime === "nodejs" ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {};
    return { command: [executable, ...args], cwd: folder, env: { ...common, ...typescript } };
  };
}

function goVariables(run: pb.RunRequest.AsObject, engine: string) {
  return {
    PULUMI_ORGANIZATION: run.organization,
    PULUMI_PROJECT: run.project,
    PULUMI_STACK: run.stack,
    PULUMI_PARALLEL: String(run.parallel),
    PULUMI_DRY_RUN: String(run.dryrun),
    PULUMI_MONITOR: run.monitorAddress,
    PULUMI_ENGINE: engine,
  };
}

function hostArguments(run: pb.RunRequest.AsObject, engine: string, runtime: "nodejs" | "python"): readonly string[] {
  const flag = { python: `--dry_run=${run.dryrun}`, nodejs: `--dry-run=${run.dryrun}` }[runtime];
  return [
    `--monitor=${run.monitorAddress}`,
    `--engine=${engine}`,
    `--organization=${run.organization}`,
    `--project=${run.project}`,
    `--stack=${run.stack}`,
    `--parallel=${run.parallel}`,
    flag,
  ];
}
