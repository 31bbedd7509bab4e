import { join } from "node:path";
import { projectRoot } from "../projectRoot.ts";

/** Executables, and Node for other platforms. On the same disk as the rest, and gone with node_modules. */
export const pluginCache = join(projectRoot, "node_modules/.cache/plugin");
