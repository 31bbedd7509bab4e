export type Phase = "preview" | "up";
export type Enforcement = "deny" | "warn" | "off";

export interface Enforcements {
  /** Default: `deny`. */
  readonly enforcement?: Enforcement | undefined;
  /** Default: `enforcement`. */
  readonly previewEnforcement?: Enforcement | undefined;
}

/** What a verdict other than `pass` does in a phase: of gates, and of the hooks in the user's program. */
export function enforcementIn(phase: Phase, { enforcement = "deny", previewEnforcement }: Enforcements): Enforcement {
  return phase === "preview" ? (previewEnforcement ?? enforcement) : enforcement;
}
