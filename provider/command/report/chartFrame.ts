import { type ScaleTime, scaleUtc } from "d3-scale";
import { type Markup, markupTag } from "./markup.ts";

/** What the charts of an instance have in common. Lengths are in units of the SVG, about a pixel each. */
export interface ChartFrame {
  readonly time: ScaleTime<number, number>;
  /** Digits behind the point in paths: of many charts each is drawn coarser, to keep the file small. */
  readonly coordinateDecimals: 0 | 1;
}

/** There is room for so many labels with day and time. */
const MOST_TICKS = 8;

export const chartWidth = 960;
export const plotLeft = 130;
export const plotRight = chartWidth - 24;

export function chartFrame(from: number, to: number, coordinateDecimals: 0 | 1): ChartFrame {
  return { time: scaleUtc([from, to], [plotLeft, plotRight]), coordinateDecimals };
}

/** Ticks in UTC; the page adds the reader's own time below each. */
export function timeAxis({ time }: ChartFrame, y: number): Markup {
  const format = time.tickFormat();
  const all = time.ticks(MOST_TICKS);
  // Of a scale by the calendar the number is a wish only.
  const step = Math.ceil(all.length / MOST_TICKS);
  const shown = all.filter((_, index) => index % step === 0);
  const ticks = shown.map((tick) => {
    const x = Math.round(time(tick));
    const at = tick.toISOString().replace(":00.000Z", "Z");
    return markupTag`<path class="tick" d="M${x} ${y}v5"/><text class="small" x="${x}" y="${y + 17}" text-anchor="middle">${format(tick)}</text><text class="small local" x="${x}" y="${y + 30}" text-anchor="middle" data-time="${at}"></text>`;
  });
  return markupTag`<path class="axis" d="M${plotLeft} ${y}H${plotRight}"/><text class="small" x="12" y="${y + 17}">UTC</text><text class="small local" x="12" y="${y + 30}" data-local></text>${ticks}`;
}

/** A number as short as it can be. */
export function shortestSvgNumber(value: number, decimals: number): string {
  const text = String(Number(value.toFixed(decimals)));
  return text.replace(/^(-?)0\./, "$1.");
}
