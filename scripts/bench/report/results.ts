import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "../../projectRoot.ts";
import { figure } from "./figure.ts";

/** Where a whole run is written down. */
export const resultFiles = {
  page: join(projectRoot, "bench/results.md"),
  figures: join(projectRoot, "bench/results.json"),
} as const;

/** What `--check` compares with. */
export const results = z.object({
  /** `2026-08-10` */
  date: z.string(),
  /** What it ran on and with, one line each. */
  surroundings: z.array(z.string()).readonly(),
  figures: z.array(figure).readonly(),
});
export type Results = Readonly<z.output<typeof results>>;

/** The committed run. Undefined where there is none yet. */
export function readResults(): Results | undefined {
  if (!existsSync(resultFiles.figures)) return undefined;
  return results.parse(JSON.parse(readFileSync(resultFiles.figures, "utf8")));
}
