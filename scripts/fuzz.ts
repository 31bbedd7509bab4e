// npm run fuzz: random replies, property bags and texts, 10,000 of each and more; `-- --runs 500` for fewer, `-- --seed 7`
// to repeat a run. The last line has the counts.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { projectRoot } from "./projectRoot.ts";
import { runChild } from "./setup/runChild.mjs";

const countsSchema = z.object({ subject: z.string(), runs: z.int(), answer: z.int(), error: z.int() });

const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
const seed = values.seed ?? String(Math.floor(Math.random() * 2 ** 31));
const folder = mkdtempSync(join(tmpdir(), "alicloud-backups-fuzz-"));
const file = join(folder, "counts.jsonl");
console.log(`Seed ${seed}. Every kind of input, ${values.runs ?? "2000"} of each.`);

const vitest = [join(projectRoot, "node_modules/vitest/vitest.mjs"), "run", "--project", "fast", "test/fuzz"];
const env = { ...process.env, FUZZ_RUNS: values.runs ?? "2000", FUZZ_SEED: seed, FUZZ_COUNTS: file };
process.exitCode = await runChild(process.execPath, vitest, { cwd: projectRoot, env });
console.log(summary());
rmSync(folder, { recursive: true });

function summary(): string {
  const subjects = Object.entries(Object.groupBy(readCounts(), ({ subject }) => subject)).map(
    ([subject, lines = []]) => {
      const sum = (key: "runs" | "answer" | "error") => lines.reduce((total, line) => total + line[key], 0);
      return `${sum("runs")} ${subject}: ${sum("answer")} answers, ${sum("error")} clear errors`;
    },
  );
  const end = process.exitCode === 0 ? "0 crashes, 0 secrets" : "FAILED, see above";
  return `${subjects.join("; ")}; ${end} (seed ${seed})`;
}

function readCounts(): readonly z.output<typeof countsSchema>[] {
  try {
    const lines = readFileSync(file, "utf8").trim().split("\n");
    return lines.map((line) => countsSchema.parse(JSON.parse(line)));
  } catch {
    return [];
  }
}
