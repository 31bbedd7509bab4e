import { describeDuration, formatTime } from "../../core/time.ts";
import type { BackupGap } from "./backupGaps.ts";
import type { BackupMark } from "./backupMark.ts";
import type { Chart } from "./chart.ts";
import { type ChartFrame, chartWidth, plotLeft, plotRight, shortestSvgNumber, timeAxis } from "./chartFrame.ts";
import { type Markup, markupTag, noMarkup } from "./markup.ts";
import { type RowState, rowStateLabels, rowStateNames } from "./rowState.ts";

interface Timeline {
  readonly marks: readonly BackupMark[];
  readonly gaps: readonly BackupGap[];
  readonly now: number;
  readonly nextToExpire: BackupMark | undefined;
}

const LANE = 26;
/** Above the lanes: the next expiry, and how long gaps were. */
const TOP = 34;
/** Below the axis, for its labels. */
const BOTTOM = 40;
/** More of them are one path: what each is, the table tells. So it is on a page of many instances. */
const mostTitles = ({ coordinateDecimals }: ChartFrame) => (coordinateDecimals === 0 ? 0 : 60);

/** Each state has a lane of its own, and a shape, drawn from the middle of the lane. */
const shapes: Readonly<Record<RowState, string>> = {
  good: "m0 8v-16",
  failed: "m-4-4l8 8m0-8l-8 8",
  unusable: "m0 5v-10h4v10z",
  unknown: "m-4 4l4-8 4 8z",
  pending: "m-3 0h6",
  expired: "m0 8v-5",
};

/** When there were backups: a lane for each state, and between them what was too long. */
export function timelineChart({ marks, gaps, now, nextToExpire }: Timeline, frame: ChartFrame): Chart {
  const states = rowStateNames.filter((state) => state === "good" || marks.some((mark) => mark.state === state));
  const plotBottom = TOP + states.length * LANE;
  const height = plotBottom + BOTTOM;
  const drawn = states.map((state, index) => {
    const ofState = marks.filter((mark) => mark.state === state);
    const y = TOP + index * LANE + LANE / 2;
    const { word, sign } = rowStateLabels[state];
    const label = `${sign} ${word} (${ofState.length})`;
    return markupTag`<text class="${state}" x="${plotLeft - 10}" y="${y + 4}" text-anchor="end">${label}</text>${lane(state, ofState, y, frame)}`;
  });
  const body = markupTag`${gaps.map((gap) => gapBand(gap, plotBottom, frame))}${drawn}${timeAxis(frame, plotBottom)}${nowLine(now, plotBottom, frame)}${expiryLine(nextToExpire, plotBottom, frame)}`;
  return { body, height };
}

function lane(state: RowState, marks: readonly BackupMark[], y: number, frame: ChartFrame): Markup {
  const dated = marks.flatMap(({ at, ...mark }) => (at === undefined ? [] : [{ ...mark, at }]));
  if (dated.length === 0) return noMarkup;
  if (state === "good" || dated.length > mostTitles(frame)) {
    return markupTag`<path class="mark ${state}" d="${allShapes(
      state,
      dated.map(({ at }) => at),
      y,
      frame,
    )}"/>`;
  }
  return markupTag`${dated.map(({ at, id, why }) => {
    const title = `${id}, ${formatTime(at)}: ${why}`;
    return markupTag`<path class="mark ${state}" d="M${shortestSvgNumber(frame.time(at), frame.coordinateDecimals)} ${y}${shapes[state]}"><title>${title}</title></path>`;
  })}`;
}

/** Bars that would touch one another are one. */
const TOUCHING = 2;

/** In one path. A bar for each good backup, and one as wide as it takes for those that cannot be told apart. */
function allShapes(
  state: RowState,
  times: readonly number[],
  y: number,
  { time, coordinateDecimals }: ChartFrame,
): string {
  if (state !== "good")
    return times.map((at) => `M${shortestSvgNumber(time(at), coordinateDecimals)} ${y}${shapes[state]}`).join("");
  const runs: { readonly from: number; to: number }[] = [];
  for (const x of times.map((at) => time(at)).sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && x - last.to < TOUCHING) last.to = x;
    else runs.push({ from: x, to: x });
  }
  return runs
    .map(
      ({ from, to }) =>
        `M${shortestSvgNumber(from, coordinateDecimals)} ${y + 8}v-16h${shortestSvgNumber(to - from, coordinateDecimals)}v16z`,
    )
    .join("");
}

function gapBand({ from, to, isOpen }: BackupGap, bottom: number, { time, coordinateDecimals }: ChartFrame): Markup {
  const [left, right] = [Math.max(time(from), plotLeft), Math.max(time(to), plotLeft)];
  const width = Math.max(right - left, 2);
  const long = describeDuration(to - from);
  const what = `no good backup for ${long}${isOpen ? " until now" : ""}, from ${formatTime(from)}`;
  const label = [what.split(",")[0] ?? "", long].find((text) => text.length * 6 < width);
  const x = shortestSvgNumber(left, coordinateDecimals);
  const band = markupTag`<rect class="gap" x="${x}" y="${TOP - 4}" width="${shortestSvgNumber(width, coordinateDecimals)}" height="${bottom - TOP + 4}" fill="url(#hatch)">${coordinateDecimals === 0 ? noMarkup : markupTag`<title>${what}</title>`}</rect>`;
  return label === undefined
    ? band
    : markupTag`${band}<text class="small failed" x="${shortestSvgNumber(left + width / 2, 0)}" y="${TOP - 8}" text-anchor="middle">${label}</text>`;
}

function nowLine(now: number, bottom: number, { time }: ChartFrame): Markup {
  const x = Math.round(time(now));
  return markupTag`<path class="axis" d="M${x} ${TOP - 4}V${bottom}"/><text class="small" x="${Math.min(x, chartWidth - 4)}" y="${bottom - 3}" text-anchor="end" dx="-3">now</text>`;
}

function expiryLine(next: BackupMark | undefined, bottom: number, { time }: ChartFrame): Markup {
  if (next?.expiresAt === undefined) return noMarkup;
  const x = Math.round(Math.min(time(next.expiresAt), plotRight));
  return markupTag`<path class="expiry" d="M${x} 16V${bottom}"><title>${`next expiry: ${next.id}, ${formatTime(next.expiresAt)}`}</title></path><text class="small" x="${x}" y="12" text-anchor="end">next expiry</text>`;
}
