import type { Does, Outcome } from "./gateOutcomes.ts";

export type Phase = "preview" | "up";
export type Cell = Phase | `${Phase} waitFor`;
export type Table = Readonly<Record<Outcome, Readonly<Record<Cell, Does>>>>;

/** For each outcome: in preview and in up, then the same with `waitFor`. */
function cells(preview: Does, up: Does, previewWaitFor = preview, upWaitFor = up): Record<Cell, Does> {
  return { preview, up, "preview waitFor": previewWaitFor, "up waitFor": upWaitFor };
}

const deny: Table = {
  pass: cells("passes", "passes"),
  fail: cells("is refused", "is refused", "would wait", "waited"),
  pending: cells("is refused", "is refused", "would wait", "waited"),
  unknown: cells("is refused", "is refused", "would wait", "waited"),
  notEvaluated: cells("tells nothing", "is refused"),
};
const warn: Table = {
  pass: cells("passes", "passes"),
  fail: cells("warns", "warns"),
  pending: cells("warns", "warns"),
  unknown: cells("warns", "warns"),
  notEvaluated: cells("tells nothing", "warns"),
};
const off: Table = {
  pass: cells("is off", "is off"),
  fail: cells("is off", "is off"),
  pending: cells("is off", "is off"),
  unknown: cells("is off", "is off"),
  notEvaluated: cells("tells nothing", "is off"),
};

const tables = { deny, warn, off };
export type Enforcement = keyof typeof tables;

/** Design section 4, the outcome table. */
export function gateOutcomesTable(enforcement: Enforcement, previewEnforcement = enforcement): Table {
  const [inUp, inPreview] = [tables[enforcement], tables[previewEnforcement]];
  if (enforcement === previewEnforcement) return inUp;
  const forNow = (does: Does): Does => {
    // What this preview found out is not what up will record: that is a refusal, a wait, or `off`.
    if (does === "warns" || does === "is off") return `${does} for now`;
    if (does === "passes" && enforcement === "off") return "passes for now";
    // Only `deny` waits.
    return does === "would wait" && enforcement !== "deny" ? "is refused" : does;
  };
  const row = (outcome: Outcome) => ({
    ...inUp[outcome],
    preview: forNow(inPreview[outcome].preview),
    "preview waitFor": forNow(inPreview[outcome]["preview waitFor"]),
  });
  return {
    pass: row("pass"),
    fail: row("fail"),
    pending: row("pending"),
    unknown: row("unknown"),
    notEvaluated: row("notEvaluated"),
  };
}
