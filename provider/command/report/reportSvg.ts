import { chartWidth } from "./chartFrame.ts";
import { chartStyle, colourStyle, hatchPattern } from "./chartStyle.ts";
import { instanceChart } from "./instanceChart.ts";
import type { InstanceHistory } from "./instanceHistory.ts";
import { markupTag, trustMarkup } from "./markup.ts";
import { verdictSigns, verdictSummary } from "./verdictSummary.ts";

const TITLE = 34;

/** The charts of all instances as one SVG document. */
export async function reportSvg(instances: readonly InstanceHistory[]): Promise<string> {
  let height = 0;
  const charts = instances.map((history) => {
    const { body, height: own } = instanceChart(history, instances.length);
    const { sign, state } = verdictSigns[history.verdict];
    const heading = `${history.id}: ${sign} ${history.verdict}`;
    const chart = markupTag`<g transform="translate(0 ${height})"><text class="title ${state}" x="12" y="20">${heading}</text><g transform="translate(0 ${TITLE})">${body}</g></g>`;
    height += own + TITLE;
    return chart;
  });
  const svg = markupTag`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${chartWidth} ${height}" width="${chartWidth}" height="${height}" role="img"><title>${verdictSummary(instances)}</title><style>${trustMarkup(`${colourStyle}svg{background:var(--ground)}${chartStyle}svg .local{display:none}`)}</style>${trustMarkup(hatchPattern)}${charts}</svg>
`;
  return String(await svg);
}
