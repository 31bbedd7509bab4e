import type { JudgedRow } from "../../core/evidence.ts";
import type { Json } from "../../core/json.ts";
import { redactToShortLine } from "../../core/redactToShortLine.ts";
import { FOR_EVER_FROM } from "../../core/replyForms.ts";
import { type RowState, rowState } from "./rowState.ts";

/** A backup as the page shows it. Its texts are fit to be seen. */
export interface BackupMark {
  readonly id: string;
  readonly state: RowState;
  /** Its recovery point; undefined where the service does not say readably. */
  readonly at: number | undefined;
  readonly expiresAt: number | undefined;
  /** In bytes. */
  readonly size: number | undefined;
  /** Type and method: `FullBackup Physical`. */
  readonly kind: string;
  /** Why it is not good. */
  readonly why: string;
}

const MAX_ID = 60;
const MAX_WORD = 40;
const MAX_WHY = 300;

export function backupMark({ row, reasons }: JudgedRow, now: number): BackupMark {
  const { backupSize = null, backupType = null, backupMethod = null, expectExpireTime = null } = row.record;
  const expiresAt = timeOf(expectExpireTime);
  return {
    id: redactToShortLine(row.id, MAX_ID),
    state: rowState(reasons, expiresAt, now),
    at: row.orderTime?.at,
    expiresAt,
    size: typeof backupSize === "number" ? backupSize : undefined,
    kind: [backupType, backupMethod].map((word) => redactToShortLine(String(word ?? "-"), MAX_WORD)).join(" "),
    why: reasons.length === 0 ? "" : redactToShortLine(reasons.map(({ message }) => message).join("; "), MAX_WHY),
  };
}

function timeOf(value: Json | undefined): number | undefined {
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) || at >= FOR_EVER_FROM ? undefined : at;
}
