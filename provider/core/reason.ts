/** What speaks against a row or against the answer as a whole; and, with the verdict `pass`, why it passes without a row. */
export interface Reason {
  /** The argument or the rule that is not met: `maxAge`, `backupStatus`, `isAvail`. */
  readonly rule: string;
  /** One clause that says what is and what should be. */
  readonly message: string;
  readonly verdict: "pass" | "fail" | "pending" | "unknown";
  /** Waiting cannot help. */
  readonly terminal: boolean;
  /** What is known of the row's own end: it `failed`, or is `open` and may still end well. Absent: it says nothing of that. */
  readonly rowState?: "failed" | "open";
  /** The row is not what the question is about: it speaks neither for nor against anything. */
  readonly outOfScope?: boolean;
  /** Only an argument of the caller can settle it for this row; the message names the argument. */
  readonly needsArgument?: boolean;
  /** A wait that has seen this for so long, and nothing else, is over. */
  readonly patienceMs?: number;
  /** The row that it is about. Absent when it is about the answer as a whole, or already stands with its row. */
  readonly rowId?: string;
}

/** Nothing against it, although there is no row. */
export function passReason(rule: string, message: string): Reason {
  return { rule, message, verdict: "pass", terminal: false };
}

/** Refused, though a later backup or a later look may be fine. */
export function failReason(rule: string, message: string): Reason {
  return { rule, message, verdict: "fail", terminal: false };
}

export function outOfScopeReason(rule: string, message: string): Reason {
  return { rule, message, verdict: "fail", terminal: false, outOfScope: true };
}

/** Not understood, and so never a pass. */
export function unknownReason(rule: string, message: string): Reason {
  return { rule, message, verdict: "unknown", terminal: false };
}

/** Unknown until the caller sets an argument, which the message must name. */
export function needsArgumentReason(rule: string, message: string): Reason {
  return { ...unknownReason(rule, message), needsArgument: true };
}
