import type { MeasuredPart } from "../measure/runParts.ts";
import { barChart } from "./barChart.ts";
import { reachesGoal } from "./figure.ts";
import { goalText } from "./goalText.ts";
import type { Results } from "./results.ts";
import { table } from "./table.ts";
import { valueText } from "./valueText.ts";

/** `bench/results.md`: ratios and goals first, then the times that they were made from. */
export function resultsPage({ date, surroundings, figures }: Results, parts: readonly MeasuredPart[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    valueText(figure.value, figure.unit),
    goalText(figure),
    { true: "held", false: "**missed**", undefined: "" }[String(reachesGoal(figure))] ?? "",
  ]);
  return [
    "# Results of the benchmark",
    `Written by \`npm run bench\` on ${date}. [docs/performance.md](../docs/performance.md) says what is measured and how to read it.`,
    surroundings.map((line) => `- ${line}`).join("\n"),
    "## Ratios, memory, requests",
    table(["measure", "value", "goal", ""], rows),
    ...parts.filter(({ timings, notes = [] }) => timings.length + notes.length > 0).flatMap(partSection),
  ]
    .join("\n\n")
    .concat("\n");
}

function partSection({ name, timings, notes = [] }: MeasuredPart): readonly string[] {
  const rows = timings.map(({ subject, median, fastest, slowest, cpu }) => [
    subject,
    ms(median),
    `${ms(fastest)} to ${ms(slowest)}`,
    Number.isNaN(cpu) ? "" : ms(cpu),
  ]);
  const times = [
    barChart(`${name}, milliseconds`, new Map(timings.map(({ subject, median }) => [subject, median]))),
    table(["", "median, ms", "fastest to slowest", "CPU, ms"], rows),
  ];
  return [`## ${name}`, ...(timings.length > 0 ? times : []), ...notes];
}

function ms(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}
