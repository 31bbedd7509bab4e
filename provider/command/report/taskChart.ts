import { scaleLinear } from "d3-scale";
import type { Chart } from "./chart.ts";
import { plotLeft } from "./chartFrame.ts";
import type { TaskSection } from "./instanceHistory.ts";
import { markupTag, noMarkup } from "./markup.ts";
import { rowStateLabels } from "./rowState.ts";

const ROW = 20;
const TOP = 26;
/** The table has all of them. */
const MOST_DATABASES = 30;
const LETTER = 6.4;

/** A row for each database, with a bar for each state as long as there are tasks in it. */
export function taskChart({ title, counts }: TaskSection): Chart {
  if (counts.length === 0) return { body: noMarkup, height: 0 };
  const databases = [...new Set(counts.map(({ database }) => database))];
  const shown = databases.slice(0, MOST_DATABASES);
  const length = scaleLinear([0, Math.max(...counts.map(({ count }) => count))], [0, 60]);
  const rows = shown.map((database, index) => {
    const y = TOP + index * ROW;
    let x = plotLeft;
    const bars = counts
      .filter((each) => each.database === database)
      .map(({ status, state, count }) => {
        const width = Math.round(Math.max(length(count), 6));
        const text = `${rowStateLabels[state].sign} ${status} (${count})`;
        const bar = markupTag`<rect class="bar ${state}" x="${x}" y="${y + 3}" width="${width}" height="12"/><text class="small" x="${x + width + 5}" y="${y + 13}">${text}</text>`;
        x += width + 20 + Math.round(text.length * LETTER);
        return bar;
      });
    return markupTag`<text class="small" x="${plotLeft - 10}" y="${y + 13}" text-anchor="end">${database}</text>${bars}`;
  });
  const left = databases.length - shown.length;
  const more = left > 0 ? ` of ${shown.length} databases; ${left} more stand in the table` : "";
  const heading = `${title.slice(0, 1).toUpperCase()}${title.slice(1)} by database and state${more}`;
  return {
    body: markupTag`<text class="small" x="${plotLeft}" y="14">${heading}</text>${rows}`,
    height: TOP + shown.length * ROW + 8,
  };
}
