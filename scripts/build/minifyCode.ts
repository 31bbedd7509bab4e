import { globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { transform } from "esbuild";

/** Pulumi reads the source of a dynamic provider anew, and programs step into what they import. */
const KEPT = new Set(["index.js", "dynamic.js"]);
/** Nobody but its launcher loads it, and of its faults it tells the message alone. */
const COMMAND = new Set(["command.js", "report.js"]);

/** Takes out of the published code what only people read. Names stay, for stack traces, but in the command. */
export async function minifyCode(folder: string): Promise<void> {
  for (const file of globSync(join(folder, "*.js"))) {
    if (KEPT.has(basename(file))) continue;
    const { code } = await transform(readFileSync(file, "utf8"), {
      format: "cjs",
      platform: "node",
      target: "node22.12",
      legalComments: "none",
      ...(COMMAND.has(basename(file)) ? { minify: true } : { minifyWhitespace: true }),
    });
    writeFileSync(file, code);
  }
}
