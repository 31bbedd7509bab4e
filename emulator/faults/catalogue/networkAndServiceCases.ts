import type { CatalogueCase } from "./CatalogueCase.ts";

/** The faults of the F list that a reply can bring about. The others come from names, certificates, proxies and processes. */
export const networkAndServiceCases: readonly CatalogueCase[] = [
  {
    number: "F5",
    about: "silence after the connection",
    variants: { silence: { kind: "stall", when: "beforeHeaders" } },
  },
  {
    number: "F7",
    about: "a reset on a connection that was used before",
    variants: { reused: { kind: "reset", when: "beforeHeaders", reusedConnection: true } },
  },
  { number: "F8", about: "a reset after half the body", variants: { reset: { kind: "reset", when: "midBody" } } },
  { number: "F9", about: "a body shorter than promised", variants: { short: { kind: "wrongLength" } } },
  { number: "F10", about: "one byte at a time", variants: { slices: { kind: "drip", bytes: 1, everyMs: 0 } } },
  { number: "F11", about: "one byte a second", variants: { drip: { kind: "drip", bytes: 1, everyMs: 1000 } } },
  { number: "F12", about: "200 with HTML", variants: { html: { kind: "html", times: "always" } } },
  { number: "F13", about: "200 without a body", variants: { empty: { kind: "empty", times: "always" } } },
  { number: "F14", about: "InternalError twice", variants: { twice: { kind: "internalError", times: 2 } } },
  {
    number: "F15",
    about: "ServiceUnavailable for ever",
    variants: { always: { kind: "error", status: 503, code: "ServiceUnavailable", times: "always" } },
  },
  {
    number: "F16",
    about: "HTML from a gateway",
    variants: { status502: { kind: "unavailable", status: 502 }, status504: { kind: "unavailable", status: 504 } },
  },
  { number: "F17", about: "Throttling.User three times", variants: { three: { kind: "throttle", times: 3 } } },
  {
    number: "F19",
    about: "Retry-After, and one of a day",
    variants: {
      status429: { kind: "throttle", status: 429, httpRetryAfter: 2 },
      status503: { kind: "throttle", status: 503, code: "ServiceUnavailable", httpRetryAfter: 2 },
      day: { kind: "throttle", status: 429, httpRetryAfter: 86_400 },
    },
  },
  {
    number: "F20",
    about: "Retry-After that is none",
    variants: {
      text: { kind: "throttle", httpRetryAfter: "soon" },
      negative: { kind: "throttle", httpRetryAfter: -1 },
      past: { kind: "throttle", httpRetryAfter: "Sat, 01 Jan 2000 00:00:00 GMT" },
    },
  },
  {
    number: "F22",
    about: "the service's clock is 20 minutes ahead",
    variants: { once: { kind: "clockSkew", ms: 1_200_000 } },
  },
  {
    number: "F23",
    about: "the same for ever, or without a time",
    variants: {
      persists: { kind: "clockSkew", ms: 1_200_000, times: "always" },
      silent: { kind: "clockSkew", ms: null, times: "always" },
    },
  },
  {
    number: "F24",
    about: "a nonce is said to be used",
    variants: { once: { kind: "error", status: 400, code: "SignatureNonceUsed" } },
  },
  { number: "F25", about: "a signature is refused", variants: { echo: { kind: "signatureMismatch" } } },
  {
    number: "F26",
    about: "the temporary key ends between two pages",
    variants: { second: { kind: "error", status: 400, code: "InvalidSecurityToken.Expired", page: 2 } },
  },
  {
    number: "F27",
    about: "no permission",
    variants: {
      ram: { kind: "error", status: 403, code: "Forbidden.RAM" },
      none: { kind: "error", status: 403, code: "NoPermission" },
    },
  },
  {
    number: "F28",
    about: "no such instance",
    variants: { id: { kind: "error", status: 400, code: "InvalidDBInstanceId.NotFound" } },
  },
  { number: "F29", about: "page 3 fails once", variants: { third: { kind: "internalError", page: 3 } } },
  {
    number: "F30",
    about: "rows enter while pages are read",
    variants: { shifted: { kind: "page", page: 2, shift: -1 } },
  },
  { number: "F31", about: "the total lies high", variants: { lie: { kind: "page", total: 1000, times: "always" } } },
];
