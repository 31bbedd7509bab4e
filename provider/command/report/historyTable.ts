import { describeSize } from "../../core/describeSize.ts";
import type { BackupMark } from "./backupMark.ts";
import { type Markup, markupTag } from "./markup.ts";
import { rowStateLabels } from "./rowState.ts";
import { timeMarkup } from "./timeMarkup.ts";

/**
 * The backups of an instance, one a line.
 *
 * @param groupAlikeByMonth whether what is alike in a month shares a line: a page with all of them would be too large
 */
export function historyTable(marks: readonly BackupMark[], groupAlikeByMonth: boolean): Markup {
  const groups = groupAlikeByMonth ? gathered(marks) : marks.map((mark): Group => [mark]);
  return markupTag`<table><caption>${caption(marks.length, groupAlikeByMonth)}</caption><thead><tr><th scope="col">Recovery point</th><th scope="col">State</th><th scope="col">Backup</th><th scope="col">Type, method</th><th scope="col">Size</th><th scope="col">Kept until</th><th scope="col">Why it does not count</th></tr></thead><tbody>${groups.map(line)}</tbody></table>`;
}

type Group = readonly [BackupMark, ...BackupMark[]];

function caption(count: number, groupAlikeByMonth: boolean): string {
  const all = count === 1 ? "1 backup" : `${count} backups`;
  return groupAlikeByMonth
    ? `${all}, newest first. Those of a month that are alike share a line.`
    : `${all}, newest first.`;
}

function line(group: Group): Markup {
  const [{ state, kind, why, at, id }] = group;
  const { word, sign } = rowStateLabels[state];
  const isOne = group.length === 1;
  return markupTag`<tr><td>${isOne ? timeMarkup(at) : monthOf(at)}</td><td><b class="${state}">${`${sign} ${word}`}</b></td><td class="id">${isOne ? id : `${group.length} backups`}</td><td>${kind}</td><td>${range(group)}</td><td>${timeMarkup(firstExpiry(group))}</td><td class="why">${why}</td></tr>`;
}

/** What is alike in a month, where its first one stands. */
function gathered(marks: readonly BackupMark[]): readonly Group[] {
  const groups = new Map<string, [BackupMark, ...BackupMark[]]>();
  for (const mark of marks) {
    // Of a reason only the beginning: most end in a time of their own.
    const key = JSON.stringify([monthOf(mark.at), mark.state, mark.kind, mark.why.replace(/\d+/g, "#")]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mark]);
    else group.push(mark);
  }
  return [...groups.values()];
}

/** `2026-08`. */
function monthOf(at: number | undefined): string {
  return at === undefined ? "no time" : new Date(at).toISOString().slice(0, 7);
}

function range(group: Group): string {
  const sizes = group.flatMap(({ size }) => size ?? []);
  if (sizes.length === 0) return "-";
  const [least, most] = [describeSize(Math.min(...sizes)), describeSize(Math.max(...sizes))];
  return least === most ? least : `${least} to ${most}`;
}

function firstExpiry(group: Group): number | undefined {
  const times = group.flatMap(({ expiresAt }) => expiresAt ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}
