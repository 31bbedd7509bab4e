import { createHash } from "node:crypto";
import { chartStyle, colourStyle, hatchPattern } from "./chartStyle.ts";
import type { InstanceHistory } from "./instanceHistory.ts";
import { instanceSection } from "./instanceSection.ts";
import { type Markup, markupTag, noMarkup, trustMarkup } from "./markup.ts";
import { localTimeScript, pageStyle } from "./pageStyle.ts";
import { timeMarkup } from "./timeMarkup.ts";
import { verdictSigns, verdictSummary } from "./verdictSummary.ts";

/** More lines than this, and those that are alike share one. */
const MOST_LINES = 2_000;

/** One page that needs nothing else, and lets nothing else in: no request, no script but its own. */
export async function reportPage(instances: readonly InstanceHistory[]): Promise<string> {
  const style = `${colourStyle}${chartStyle}${pageStyle}`;
  const policy = `default-src 'none'; img-src data:; style-src '${hashOf(style)}'; script-src '${hashOf(localTimeScript)}'; base-uri 'none'; form-action 'none'`;
  const title = verdictSummary(instances);
  const groupAlikeByMonth = instances.reduce((count, { marks }) => count + marks.length, 0) > MOST_LINES;
  const [first] = instances;
  const page = markupTag`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>${title}</title><style>${trustMarkup(style)}</style></head>
<body><main><h1>${title}</h1>
<p class="note">As of ${timeMarkup(first?.now)}, back to ${timeMarkup(first?.from)}. Times are in UTC<span class="local">, and in <span data-zone>the time of this browser</span></span>.</p>
<svg class="defs" width="0" height="0" aria-hidden="true">${trustMarkup(hatchPattern)}</svg>
${instances.length > 1 ? contents(instances) : noMarkup}
${instances.map((history, index) => instanceSection(history, { index, instanceCount: instances.length, groupAlikeByMonth }))}</main>
<script>${trustMarkup(localTimeScript)}</script></body></html>
`;
  return String(await page);
}

function contents(instances: readonly InstanceHistory[]): Markup {
  const rows = instances.map(({ id, verdict, report }, index) => {
    const { sign, state } = verdictSigns[verdict];
    return markupTag`<tr><td class="id"><a href="#i${index}">${id}</a></td><td><b class="${state}">${`${sign} ${verdict}`}</b></td><td class="why">${report.split("\n")[0]}</td></tr>`;
  });
  return markupTag`<div class="scroll" tabindex="0" role="region" aria-label="All instances"><table><caption>All instances</caption><thead><tr><th scope="col">Instance</th><th scope="col">Verdict</th><th scope="col">Why</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
