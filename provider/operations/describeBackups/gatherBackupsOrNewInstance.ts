import type { Evidence } from "../../core/evidence.ts";
import type { EvidenceSource } from "../../core/operation.ts";
import type { Reason } from "../../core/reason.ts";
import { failReason, passReason } from "../../core/reason.ts";
import { readTime } from "../../core/replyForms.ts";
import { describeDuration, ROW_TIME_TOLERANCE } from "../../core/time.ts";

interface Conditions {
  readonly newInstances?: "deny" | "allow" | undefined;
  readonly newFor?: number | undefined;
  readonly createTime?: string | undefined;
}

const RULE = "newInstances";
const DEFAULT_NEW_FOR = 3 * 86_400_000;

/** The backups and, where there is none and `newInstances` allows it, whether this is an instance before its first one. */
export async function gatherBackupsOrNewInstance<E extends Evidence>(
  reader: EvidenceSource<E>,
  conditions: Conditions,
): Promise<E> {
  const evidence = await reader.readRows();
  if (conditions.newInstances !== "allow" || evidence.rows.length > 0) return evidence;
  return { ...evidence, newInstance: await judgeNewInstance(reader, conditions, evidence.now) };
}

/** Asked twice, one after the other: a single empty answer of a list that was right a moment later must not open a gate. */
async function judgeNewInstance<E extends Evidence>(
  { gateHasRecordedRow, serviceHasNoRow }: EvidenceSource<E>,
  { newFor = DEFAULT_NEW_FOR, createTime }: Conditions,
  now: number,
): Promise<Reason> {
  const old = gateHasRecordedRow ? "a backup of it was recorded before" : describeAge(createTime, newFor, now);
  if (old !== undefined) return failReason(RULE, `it is not taken for a new instance: ${old}`);
  if ((await serviceHasNoRow()) && (await serviceHasNoRow())) {
    return passReason(RULE, "no backup of any kind: taken for a new instance");
  }
  return failReason(RULE, "it is not taken for a new instance: the service knows other backups of it");
}

/** Why an instance that was created then is not new; undefined when it is, or when nothing is said of it. */
function describeAge(createTime: string | undefined, newFor: number, now: number): string | undefined {
  if (createTime === undefined || createTime.trim() === "") return undefined;
  const created = readTime(createTime);
  if (created === undefined) return "its createTime cannot be read";
  const age = now - Date.parse(created);
  if (age < -ROW_TIME_TOLERANCE) return `its createTime ${created} lies in the future`;
  if (age <= newFor) return undefined;
  return `it was created at ${created}, more than ${describeDuration(newFor)} ago`;
}
