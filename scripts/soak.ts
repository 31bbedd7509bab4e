// npm run soak: random scenarios in which lookups, verdicts and gates must answer like the model of test/model, on every
// processor. `-- --schedules 5000` for another number of them, `-- --seed 7` to do a run again.
import { parseArgs } from "node:util";
import { runSoak } from "./soak/runSoak.ts";
import { summarize } from "./soak/summarize.ts";

const DEFAULT_SCHEDULES = 100_000;

const { values } = parseArgs({ options: { schedules: { type: "string" }, seed: { type: "string" } } });
const schedules = Number(values.schedules ?? DEFAULT_SCHEDULES);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));

if (!Number.isSafeInteger(schedules) || schedules < 1 || !Number.isSafeInteger(seed)) {
  console.error("--schedules and --seed take whole numbers.");
  process.exitCode = 1;
} else {
  console.log(`Seed ${seed}.`);
  const began = performance.now();
  const results = await runSoak({ schedules, seed }, (progress) => console.log(progress));
  const { lines, isClean } = summarize(results);
  console.log(`Took ${((performance.now() - began) / 1000).toFixed(0)} s.`);
  for (const line of lines) console.log(line);
  process.exitCode = isClean ? 0 : 1;
}
