import { delimiter, dirname, join } from "node:path";
import { projectRoot } from "../projectRoot.ts";

/** PATH with the pinned Node and the engine before everything else. */
export function enginePath(engineFolder: string | undefined, path = process.env.PATH ?? ""): string {
  const first = [join(projectRoot, "node_modules", ".bin"), dirname(process.execPath), engineFolder];
  return [...first, path].filter(Boolean).join(delimiter);
}
