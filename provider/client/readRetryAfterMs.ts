type Headers = Readonly<Record<string, unknown>>;

/**
 * For how long the service asks to be left alone, in milliseconds: `x-acs-retry-after` is milliseconds, `Retry-After`
 * seconds or a date. Undefined for none, and for what is no time ahead.
 */
export function readRetryAfterMs(headers: Headers): number | undefined {
  const own = positive(Number(headers["x-acs-retry-after"]));
  return own ?? readStandard(headers);
}

function readStandard({ "retry-after": value, date }: Headers): number | undefined {
  if (typeof value !== "string") return undefined;
  if (/^\s*\d/.test(value)) return positive(Number(value) * 1000);
  // Both by the service's clock.
  return positive(Date.parse(value) - Date.parse(String(date)));
}

function positive(ms: number): number | undefined {
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}
