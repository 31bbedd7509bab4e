/** Break-glass: lets a gate, hook or guard through for a time that ends by itself. */
export interface Override {
  /** Why, for whoever reads it later: shown wherever the override is used. */
  readonly reason: string;
  /** When it ends (RFC 3339 with its zone): at most 7 days from now. */
  readonly until: string;
}

/** What an override is worth at one moment, and what to say of it. */
export type OverrideStanding =
  | { readonly kind: "absent"; readonly note: undefined }
  | { readonly kind: "inForce" | "ended"; readonly note: string }
  /** It is no override that may be used: `fault` is about `override.until`. */
  | { readonly kind: "tooLong"; readonly fault: string };

const LONGEST_MS = 7 * 86_400_000;
const MAX_REASON = 1000;
const ZONED_TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:[Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Of what is past nothing counts but that it is told. That the bound is checked whenever an override is judged keeps one
 * from being written for a year, and from coming back in force by more than 7 days when a clock is turned back.
 *
 * @param override one of which `overrideProblem` finds nothing wrong
 * @param now the later of the clocks that are known
 */
export function overrideStanding(override: Override | undefined, now: number): OverrideStanding {
  if (override === undefined) return { kind: "absent", note: undefined };
  const end = momentOf(override.until) ?? Number.NEGATIVE_INFINITY;
  if (end - now > LONGEST_MS) {
    const fault = `${override.until} is more than 7 days after now (${timeText(now)}): an override ends by itself, at most 7 days from now`;
    return { kind: "tooLong", fault };
  }
  if (end <= now) {
    const ended = Number.isFinite(end) ? timeText(end) : override.until;
    return { kind: "ended", note: `The override ended at ${ended} and counts no more.` };
  }
  const reason = override.reason.replace(/\s+/g, " ").trim();
  return { kind: "inForce", note: `Let through by an override until ${timeText(end)}: ${reason}` };
}

/** What is wrong with a member of an override, whatever it is; undefined when nothing is. */
export function overrideProblem(member: keyof Override, value: unknown): string | undefined {
  if (member === "reason") {
    const isReason = typeof value === "string" && value.length <= MAX_REASON && /[\p{L}\p{N}]/u.test(value);
    return isReason ? undefined : `expected why the gate may be passed, in words, at most ${MAX_REASON} characters`;
  }
  const isTime = typeof value === "string" && momentOf(value) !== undefined;
  return isTime
    ? undefined
    : 'expected a time with its zone such as "2026-08-01T18:00:00Z" or "2026-08-02T02:00+08:00"';
}

/** Undefined for anything but a time that exists, with its zone. */
function momentOf(text: string): number | undefined {
  const [whole, year, month, day, hour, minute, second = "0"] = ZONED_TIME.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  if (!isDay || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return Date.parse(whole.toUpperCase());
}

function timeText(at: number): string {
  return new Date(Math.floor(at / 1000) * 1000).toISOString().replace(".000Z", "Z");
}
