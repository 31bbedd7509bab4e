import { backupGaps } from "./backupGaps.ts";
import type { Chart } from "./chart.ts";
import { chartFrame } from "./chartFrame.ts";
import type { InstanceHistory } from "./instanceHistory.ts";
import { markupTag } from "./markup.ts";
import { nextGoodToExpire } from "./nextGoodToExpire.ts";
import { sizeChart } from "./sizeChart.ts";
import { sizeSeries } from "./sizeSeries.ts";
import { taskChart } from "./taskChart.ts";
import { timelineChart } from "./timelineChart.ts";

/** How much of the width there is behind now, for the next expiry. */
const AHEAD = 0.06;
/** Of more instances than this each is drawn coarser. */
const FEW = 20;

/** The charts of an instance, one below the other. */
export function instanceChart(history: InstanceHistory, instanceCount: number): Chart {
  const { marks, from, now, maxAge, maxShrink, tasks } = history;
  const frame = chartFrame(from, now + (now - from) * AHEAD, instanceCount > FEW ? 0 : 1);
  const charts = [
    timelineChart(
      { marks, gaps: backupGaps(marks, maxAge, now), now, nextToExpire: nextGoodToExpire(marks, now) },
      frame,
    ),
    sizeChart(sizeSeries(marks, maxShrink), frame),
    ...tasks.map(taskChart),
  ];
  let height = 0;
  const placed = charts.map((chart) => {
    const body = markupTag`<g transform="translate(0 ${height})">${chart.body}</g>`;
    height += chart.height;
    return body;
  });
  return { body: markupTag`${placed}`, height };
}
