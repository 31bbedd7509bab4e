// npm run bench: how fast the plugin is, beside what one would use without it. docs/performance.md says how to read it.
import { parseArgs } from "node:util";
import type { Bench } from "./bench/measure/part.ts";
import { parts } from "./bench/parts.ts";
import { figureLine } from "./bench/report/figureLine.ts";
import { timingLine } from "./bench/report/timingLine.ts";
import { Service } from "./bench/service/Service.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false } },
});
const [name = ""] = positionals;
const selected = parts.filter((part) => part.name.includes(name));
if (selected.length === 0)
  throw new Error(`No part has "${name}" in its name: ${parts.map((part) => part.name).join(", ")}`);

await using service = await Service.start();
const bench: Bench = { service, ...(values.quick ? { rounds: 3, pairs: 5 } : { rounds: 7, pairs: 21 }) };
for (const part of selected) {
  console.log(`\n${part.name}`);
  const { figures, timings } = await part.measure(bench);
  for (const timing of timings) console.log(`  ${timingLine(timing)}`);
  for (const figure of figures) console.log(`  ${figureLine(figure)}`);
}
