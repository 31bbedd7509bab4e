import { describeSize } from "../../core/describeSize.ts";
import { describeDuration } from "../../core/time.ts";
import { backupGaps } from "./backupGaps.ts";
import { chartWidth } from "./chartFrame.ts";
import { historyTable } from "./historyTable.ts";
import { instanceChart } from "./instanceChart.ts";
import type { InstanceHistory, TaskSection } from "./instanceHistory.ts";
import { type Markup, markupTag, noMarkup } from "./markup.ts";
import { nextGoodToExpire } from "./nextGoodToExpire.ts";
import { rowStateLabels } from "./rowState.ts";
import { DEFAULT_MAX_SHRINK, sizeSeries } from "./sizeSeries.ts";
import { timeMarkup } from "./timeMarkup.ts";
import { verdictSigns } from "./verdictSummary.ts";

interface SectionOptions {
  /** Its place in the page, from 0. */
  readonly index: number;
  /** How many instances the page has. */
  readonly instanceCount: number;
  readonly groupAlikeByMonth: boolean;
}

/** All of one instance: verdict, charts, what stands out, and the same as tables. */
export function instanceSection(
  history: InstanceHistory,
  { index, instanceCount, groupAlikeByMonth }: SectionOptions,
): Markup {
  const { id, region, verdict, report, marks, now, readFailures } = history;
  const { sign, state } = verdictSigns[verdict];
  const { body, height } = instanceChart(history, instanceCount);
  const next = nextGoodToExpire(marks, now);
  const alternative = `Backups of ${id} over time, their sizes, and tasks. The tables below have the same content.`;
  return markupTag`<section aria-labelledby="i${index}"><h2 id="i${index}">${region === undefined ? id : `${id} (${region})`}: <b class="${state}">${`${sign} ${verdict}`}</b></h2>
<div class="scroll" tabindex="0" role="region" aria-label="Report of ${id}"><pre>${report}</pre></div>
${readFailures.map((what) => markupTag`<p><b class="unknown">${`${rowStateLabels.unknown.sign} ${what}`}</b></p>`)}
<figure><div class="scroll" tabindex="0" role="region" aria-label="Charts of ${id}"><svg viewBox="0 0 ${chartWidth} ${height}" role="img" aria-label="${alternative}">${body}</svg></div></figure>
<p>${next === undefined ? "No good backup has an expiry." : markupTag`Next expiry: backup ${next.id} on ${timeMarkup(next.expiresAt)}.`}</p>
${gapList(history)}${shrinkList(history)}
<div class="scroll" tabindex="0" role="region" aria-label="Backups of ${id}">${historyTable(marks, groupAlikeByMonth)}</div>
${history.tasks.map((section) => taskTable(section, id))}</section>
`;
}

function gapList({ marks, maxAge, now }: InstanceHistory): Markup {
  if (maxAge === undefined) return noMarkup;
  const longGaps = backupGaps(marks, maxAge, now);
  const long = describeDuration(maxAge);
  if (longGaps.length === 0) return markupTag`<p>No gap between good backups was longer than ${long}.</p>`;
  const items = longGaps.map(
    ({ from, to, isOpen }) =>
      markupTag`<li>${describeDuration(to - from)}: from ${timeMarkup(from)} ${isOpen ? "until now" : markupTag`to ${timeMarkup(to)}`}</li>`,
  );
  return markupTag`<h3>Gaps longer than ${long}</h3><ul>${items}</ul>`;
}

function shrinkList({ marks, maxShrink = DEFAULT_MAX_SHRINK }: InstanceHistory): Markup {
  const shrunk = sizeSeries(marks, maxShrink).flatMap(({ kind, points }) =>
    points.map((point) => ({ kind, ...point })),
  );
  const items = shrunk
    .filter(({ largeShrinkPercent }) => largeShrinkPercent !== undefined)
    .map(
      ({ kind, at, size, largeShrinkPercent }) =>
        markupTag`<li>${timeMarkup(at)}: ${kind}, ${largeShrinkPercent}% smaller, ${describeSize(size)}</li>`,
    );
  if (items.length === 0) return noMarkup;
  return markupTag`<h3>Smaller than the one before by more than ${maxShrink}%</h3><ul>${items}</ul>`;
}

function taskTable({ title, counts }: TaskSection, id: string): Markup {
  if (counts.length === 0) return markupTag`<p class="note">No ${title}.</p>`;
  const rows = counts.map(({ database, status, state, count }) => {
    const { word, sign } = rowStateLabels[state];
    return markupTag`<tr><td class="id">${database}</td><td>${status}</td><td><b class="${state}">${`${sign} ${word}`}</b></td><td>${count}</td></tr>`;
  });
  return markupTag`<div class="scroll" tabindex="0" role="region" aria-label="${title} of ${id}"><table><caption>The ${title}</caption><thead><tr><th scope="col">Database</th><th scope="col">State</th><th scope="col">That is</th><th scope="col">Tasks</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
