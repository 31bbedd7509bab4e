/** A chart that GitHub draws from Markdown. */
export function barChart(title: string, values: ReadonlyMap<string, number>): string {
  const names = [...values.keys()].map((name) => JSON.stringify(name)).join(", ");
  const bars = [...values.values()].map((value) => value.toFixed(1)).join(", ");
  return [
    "```mermaid",
    "xychart-beta horizontal",
    `  title ${JSON.stringify(title)}`,
    `  x-axis [${names}]`,
    `  bar [${bars}]`,
    "```",
  ].join("\n");
}
