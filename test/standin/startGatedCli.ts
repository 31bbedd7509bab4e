import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { type CliProject, startCliProject } from "../support/engineCli.ts";
import { type GateUnderTest, gatedYaml } from "../support/engineGate.ts";

/** A YAML program of a gate, what is behind it, and resources of pulumi-alicloud, whose stand-in is beside it. */
export async function startGatedCli(
  emulator: Emulator,
  gate: GateUnderTest,
  more: JsonObject,
): Promise<CliProject & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), "alicloud-standin-"));
  const { plugins, ...program } = JSON.parse(gatedYaml(gate, more));
  const standin = { name: "alicloud", path: join(projectRoot, "test", "standin") };
  const yaml = JSON.stringify({ ...program, plugins: { providers: [...plugins.providers, standin] } });
  const project = await startCliProject(yaml, emulator, { STANDIN_FILE: join(folder, "cloud.json") });
  return {
    ...project,
    [Symbol.asyncDispose]: async () => {
      await project[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, maxRetries: 3 });
    },
  };
}
