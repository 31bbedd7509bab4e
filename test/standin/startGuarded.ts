import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator } from "../../emulator/index.ts";
import type { Scene } from "../engine/programs/guarded.ts";
import { type ProgramProject, startProgram } from "../support/engineProgram.ts";
import { Cloud } from "./Cloud.ts";

export interface GuardedProject extends ProgramProject {
  /** What the stand-in for pulumi-alicloud was told to do. */
  readonly cloud: Cloud;
  /** What the program does from the next run on. */
  readonly write: (scene: Scene) => void;
}

const guarded = new URL("../engine/programs/guarded.ts", import.meta.url);

/** A program with the stand-in for pulumi-alicloud beside it. */
export async function startGuarded(
  emulator: Emulator,
  { program = guarded, scene }: { program?: URL; scene?: Scene } = {},
): Promise<GuardedProject> {
  const folder = await mkdtemp(join(tmpdir(), "alicloud-standin-"));
  const [SCENE_FILE, STANDIN_FILE] = [join(folder, "scene.json"), join(folder, "cloud.json")];
  const write = (next: Scene) => writeFileSync(SCENE_FILE, JSON.stringify(next));
  if (scene) write(scene);
  const project = await startProgram(program, emulator, { SCENE_FILE, STANDIN_FILE });
  return {
    ...project,
    cloud: new Cloud(STANDIN_FILE),
    write,
    [Symbol.asyncDispose]: async () => {
      await project[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, maxRetries: 3 });
    },
  };
}
