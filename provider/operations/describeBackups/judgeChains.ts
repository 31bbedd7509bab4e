import type { JudgedReading, JudgedRow } from "../../core/evidence.ts";
import { unknownReason } from "../../core/reason.ts";
import type { Row } from "../../core/row.ts";
import { BackupChain } from "./BackupChain.ts";
import { backupMethod, isIncremental } from "./backupTypeAndMethodKey.ts";

const NOT_READ = "its full backup is older than what was read";

/**
 * An incremental backup restores nothing without the newest successful full backup before it, of the same method, and
 * every incremental one between the two: it is usable while all of them are.
 *
 * @param rows newest first, judged one by one
 * @param isWhole there are no older rows than these
 */
export function judgeChains(rows: readonly JudgedRow[], isWhole: boolean): JudgedReading {
  const undated = rows.filter(({ row }) => row.orderTime === undefined);
  const methods = new Set(rows.flatMap(({ row }) => backupMethod(row) ?? []));
  const chains = new Map([...methods].map((method) => [method, new BackupChain(method, undated)]));
  const needOlder = new Set<Row>();
  const judged = new Map<Row, JudgedRow>();

  for (const group of fromOldest(rows)) {
    // What has the same recovery point is not before.
    for (const each of group) judged.set(each.row, judgeInChain(each));
    for (const chain of chains.values()) chain.addLaterPoint(group);
  }
  return { rows: rows.map((each) => judged.get(each.row) ?? each), needOlder };

  function judgeInChain(each: JudgedRow): JudgedRow {
    const { row, reasons } = each;
    const chain = chains.get(backupMethod(row) ?? "");
    // What is not usable by itself needs no more reasons.
    if (chain === undefined || !isIncremental(row) || reasons.some(({ verdict }) => verdict === "fail")) return each;
    const finding = chain.judgeNext(isWhole);
    switch (finding.kind) {
      case "usable":
        return { ...each, restsOn: finding.restsOn };
      case "against":
        return { ...each, reasons: [...reasons, finding.reason] };
      case "needsOlder":
        needOlder.add(row);
        return { ...each, reasons: [...reasons, unknownReason("backupType", NOT_READ)] };
    }
  }
}

/** Those that have a time, in groups of one recovery point. */
function fromOldest(rows: readonly JudgedRow[]): readonly (readonly JudgedRow[])[] {
  const groups = new Map<number, JudgedRow[]>();
  for (const each of rows.toReversed()) {
    const at = each.row.orderTime?.at;
    if (at === undefined) continue;
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}
