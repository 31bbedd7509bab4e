import type { JudgedRow } from "../../core/evidence.ts";
import type { Reason } from "../../core/reason.ts";
import { failReason, unknownReason } from "../../core/reason.ts";
import type { Row } from "../../core/row.ts";
import { formatTime } from "../../core/time.ts";
import { possibleChainPart } from "./possibleChainPart.ts";

/** What speaks against an incremental backup because of those that it rests on; and what these are. */
export type ChainFinding =
  | { readonly kind: "usable"; readonly restsOn: string }
  | { readonly kind: "against"; readonly reason: Reason }
  /** Only older backups can tell. */
  | { readonly kind: "needsOlder" };

const NO_BASE = "it is incremental, and there is no successful full backup of its method before it";

/** The backups of one method that a later incremental one rests on: a base, and the incremental ones after it. */
export class BackupChain {
  readonly #method: string;
  /** One without a readable time that may be the base, or may be between: wherever the chain is looked at. */
  readonly #anywhere: { readonly base: Row | undefined; readonly between: Row | undefined };
  #base: Row | undefined;
  #increments = 0;
  #doubtful: Row | undefined;
  /** Reasons against its parts, the base first: the first one that is certain, not clear, and settled by an argument. */
  #against: Readonly<Partial<Record<"broken" | "unclear" | "needsArgument", Reason>>> = {};

  /** @param undated the backups whose time cannot be read */
  constructor(method: string, undated: readonly JudgedRow[]) {
    this.#method = method;
    const parts = undated.map(({ row }) => ({ row, part: possibleChainPart(row, method) }));
    this.#anywhere = {
      base: parts.find(({ part }) => part === "base" || part === "mayBeBase")?.row,
      between: parts.find(({ part }) => part === "between" || part === "mayBeBetween")?.row,
    };
  }

  /**
   * Takes the backups of every method that have one recovery point, the oldest point first. Which of them ended first says
   * nothing about what rests on what: those beside a base count as after it.
   */
  addLaterPoint(ofOnePoint: readonly JudgedRow[]): void {
    const parts = ofOnePoint.map((judged) => ({ ...judged, part: possibleChainPart(judged.row, this.#method) }));
    for (const { row, reasons, part } of parts) {
      if (part !== "base" && part !== "mayBeBase") continue;
      this.#base = row;
      this.#increments = 0;
      this.#doubtful = part === "base" ? undefined : row;
      this.#against = {};
      if (part === "base") this.#note(reasons, `its full backup ${row.id}`);
    }
    for (const { row, reasons, part } of parts) {
      if (part === "mayBeBetween") this.#doubtful ??= row;
      if (part !== "between") continue;
      this.#increments += 1;
      this.#note(reasons, `the incremental backup ${row.id} before it`);
    }
  }

  /** What an incremental backup that comes next is worth. */
  judgeNext(isWhole: boolean): ChainFinding {
    // One that may be the base and may stand anywhere leaves open what all others are worth.
    if (this.#anywhere.base) return against(doubt(this.#anywhere.base));
    const { broken, unclear, needsArgument } = this.#against;
    if (broken) return against(broken);
    if (this.#base === undefined) return isWhole ? against(failReason("backupType", NO_BASE)) : { kind: "needsOlder" };
    const doubtful = this.#doubtful ?? this.#anywhere.between;
    if (doubtful) return against(doubt(doubtful));
    const reason = unclear ?? needsArgument;
    return reason ? against(reason) : { kind: "usable", restsOn: describeBasis(this.#base, this.#increments) };
  }

  #note(reasons: readonly Reason[], part: string): void {
    for (const { rule, message, verdict, needsArgument = false } of reasons) {
      const doubtful = needsArgument ? "needsArgument" : "unclear";
      const kind = verdict === "fail" ? "broken" : doubtful;
      if (this.#against[kind] !== undefined) continue;
      // What a part says of its own end is not about the backup that rests on it.
      const reason = { rule, message: `${part}: ${message}`, verdict, terminal: false };
      this.#against = { ...this.#against, [kind]: needsArgument ? { ...reason, needsArgument } : reason };
    }
  }
}

function against(reason: Reason): ChainFinding {
  return { kind: "against", reason };
}

function doubt({ id }: Row): Reason {
  return unknownReason("backupType", `it cannot be told whether it rests on backup ${id}`);
}

function describeBasis(base: Row, increments: number): string {
  const at = base.orderTime === undefined ? "" : ` of ${formatTime(base.orderTime.at)}`;
  const others = increments === 1 ? "1 incremental backup" : `${increments} incremental backups`;
  return `incremental on full backup ${base.id}${at}${increments > 0 ? ` with ${others} between` : ""}`;
}
