import { join } from "node:path";
import { projectRoot } from "../projectRoot.ts";

/** What `npm run languages` makes; nothing of it is committed. */
export const sdksFolder = join(projectRoot, "build", "sdks");
export const workFolder = join(projectRoot, "build", "languages");

/** The Automation API programs of each language. */
export const programsFolder = join(projectRoot, "test", "languages");
