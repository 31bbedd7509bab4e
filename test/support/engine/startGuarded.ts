import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator } from "../../../emulator/index.ts";
import type { Scene } from "../../engine/programs/scene.ts";
import { Cloud } from "../../fakeAlicloud/Cloud.ts";
import { type Deployed, deployed } from "./deployed.ts";
import { type ProgramProject, startProgram } from "./engineProgram.ts";

export interface GuardedProject extends ProgramProject {
  /** What the fake alicloud was told to do. */
  readonly cloud: Cloud;
  /** What Pulumi has in its state, by name. */
  readonly deployed: () => Promise<Readonly<Record<string, Deployed>>>;
  /** What the program does from the next run on. */
  readonly write: (scene: Scene) => void;
}

interface Options {
  readonly program?: URL;
  readonly scene?: Scene;
  /** More of the environment. */
  readonly variables?: Readonly<Record<string, string>>;
}

const guarded = new URL("../../engine/programs/guarded.ts", import.meta.url);

/** A program with the fake alicloud beside it. */
export async function startGuarded(
  emulator: Emulator,
  { program = guarded, scene, variables = {} }: Options = {},
): Promise<GuardedProject> {
  const folder = await mkdtemp(join(tmpdir(), "fake-alicloud-"));
  const [SCENE_FILE, FAKE_CLOUD_FILE] = [join(folder, "scene.json"), join(folder, "cloud.json")];
  const write = (next: Scene) => writeFileSync(SCENE_FILE, JSON.stringify(next));
  if (scene) write(scene);
  const project = await startProgram(program, emulator, { ...variables, SCENE_FILE, FAKE_CLOUD_FILE });
  return {
    ...project,
    cloud: new Cloud(FAKE_CLOUD_FILE),
    deployed: () => deployed(project.path),
    write,
    [Symbol.asyncDispose]: async () => {
      await project[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, maxRetries: 3 });
    },
  };
}
