import { scaleLinear } from "d3-scale";
import { byteUnit } from "../../core/byteUnit.ts";
import type { Chart } from "./chart.ts";
import { type ChartFrame, plotLeft, plotRight, shortestSvgNumber } from "./chartFrame.ts";
import { type Markup, markupTag, noMarkup } from "./markup.ts";
import type { SizePoint, SizeSeries } from "./sizeSeries.ts";

const TOP = 34;
const PLOT = 84;
/** More points are seen as a line. */
const MOST_DOTS = 60;
const MOST_LABELS = 12;
const SERIES_STYLES = 4;

/** How large the good backups were, one line for each type and method, with what has shrunk. */
export function sizeChart(series: readonly SizeSeries[], frame: ChartFrame): Chart {
  const largest = Math.max(0, ...series.flatMap(({ points }) => points.map(({ size }) => size)));
  if (series.length === 0) return { body: noMarkup, height: 0 };
  const unit = byteUnit(largest);
  const y = scaleLinear([0, Math.max(largest / unit.bytes, 1)], [TOP + PLOT, TOP]).nice(3);
  const ticks = y.ticks(3).map((tick) => {
    const at = Math.round(y(tick));
    return markupTag`<path class="grid" d="M${plotLeft} ${at}H${plotRight}"/><text class="small" x="${plotLeft - 10}" y="${at + 4}" text-anchor="end">${`${tick} ${unit.name}`}</text>`;
  });
  const lines = series.map(({ points }, index) => {
    const style = `size size${index % SERIES_STYLES}`;
    const place = (point: SizePoint) =>
      `${shortestSvgNumber(frame.time(point.at), frame.coordinateDecimals)} ${shortestSvgNumber(y(point.size / unit.bytes), frame.coordinateDecimals)}`;
    const dots =
      points.length > MOST_DOTS
        ? ""
        : points.map((point) => `M${place(point)}m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0`).join("");
    return markupTag`<path class="${style}" d="${polyline(
      points.map(({ at, size }) => [frame.time(at), y(size / unit.bytes)]),
      frame.coordinateDecimals,
    )}"/>${dots === "" ? noMarkup : markupTag`<path class="dot" d="${dots}"/>`}${shrinks(points, place)}`;
  });
  const body = markupTag`<text class="small" x="${plotLeft}" y="14">Size of good backups</text>${legend(series)}${ticks}${lines}`;
  return { body, height: TOP + PLOT + 14 };
}

/** Each point from the one before: absolute places would make it nearly twice as long. */
function polyline(points: readonly (readonly [number, number])[], decimals: 0 | 1): string {
  let [atX, atY] = [0, 0];
  const steps = points.map(([x, y]) => {
    const [right, down] = [shortestSvgNumber(x - atX, decimals), shortestSvgNumber(y - atY, decimals)];
    atX += Number(right);
    atY += Number(down);
    return `${right}${down.startsWith("-") ? "" : " "}${down}`;
  });
  return `m${steps.join(" ")}`;
}

function shrinks(points: readonly SizePoint[], place: (point: SizePoint) => string): Markup {
  const shrunk = points.filter(({ largeShrinkPercent }) => largeShrinkPercent !== undefined);
  return markupTag`${shrunk.slice(-MOST_LABELS).map((point) => {
    const [x, y] = place(point).split(" ").map(Number);
    return markupTag`<path class="mark failed" d="M${place(point)}m-4-9h8l-4 6z"/><text class="small failed" x="${x ?? 0}" y="${Math.max((y ?? 0) - 12, 26)}" text-anchor="middle">${`−${point.largeShrinkPercent}%`}</text>`;
  })}`;
}

function legend(series: readonly SizeSeries[]): Markup {
  let x = plotLeft + 140;
  const entries = series.slice(0, SERIES_STYLES).map(({ kind }, index) => {
    const entry = markupTag`<path class="size size${index}" d="M${x} 10h24"/><text class="small" x="${x + 30}" y="14">${kind}</text>`;
    x += 60 + kind.length * 6.2;
    return entry;
  });
  return markupTag`${entries}`;
}
