import type { CatalogueCase } from "./CatalogueCase.ts";

/** The way of a reply, A45 to A62. */
export const transportAndRefusalCases: readonly CatalogueCase[] = [
  {
    number: "A45",
    about: "throttling by status, with and without a hint",
    variants: {
      plain: { kind: "throttle" },
      status429: { kind: "throttle", status: 429 },
      status503: { kind: "throttle", status: 503, code: "ServiceUnavailable" },
      hint: { kind: "throttle", retryAfter: 3000 },
      zero: { kind: "throttle", retryAfter: 0 },
      negative: { kind: "throttle", retryAfter: -5 },
      huge: { kind: "throttle", retryAfter: "86400000" },
      text: { kind: "throttle", retryAfter: "soon" },
    },
  },
  { number: "A46", about: "throttled three times", variants: { three: { kind: "throttle", times: 3 } } },
  { number: "A47", about: "500 without a code", variants: { json: { kind: "noCode" } } },
  {
    number: "A48",
    about: "a page of HTML from a gateway",
    variants: { status502: { kind: "unavailable", status: 502 }, status503: { kind: "unavailable" } },
  },
  {
    number: "A49",
    about: "XML although JSON was asked for",
    variants: {
      error: { kind: "xmlError" },
      refusal: { kind: "xmlError", status: 403, code: "Forbidden.RAM", message: "User not authorized." },
      success: { kind: "xml" },
    },
  },
  {
    number: "A50",
    about: "no body",
    variants: { status200: { kind: "empty" }, status204: { kind: "empty", status: 204 } },
  },
  {
    number: "A51",
    about: "a reply that breaks off",
    variants: {
      truncated: { kind: "truncated" },
      length: { kind: "wrongLength" },
      resetBefore: { kind: "reset", when: "beforeHeaders" },
      resetMidway: { kind: "reset", when: "midBody" },
    },
  },
  {
    number: "A52",
    about: "silence",
    variants: { before: { kind: "stall", when: "beforeHeaders" }, midway: { kind: "stall", when: "midBody" } },
  },
  { number: "A53", about: "one byte a second", variants: { drip: { kind: "drip", bytes: 1, everyMs: 1000 } } },
  {
    number: "A54",
    about: "compressed replies",
    variants: {
      gzip: { kind: "gzip" },
      broken: { kind: "gzip", broken: true },
      cut: { kind: "gzip", cut: "reset" },
      ended: { kind: "gzip", cut: "end" },
      brotli: { kind: "brotli" },
    },
  },
  {
    number: "A55",
    about: "a byte order mark, and bytes that are no UTF-8",
    variants: { bom: { kind: "bom" }, invalid: { kind: "invalidUtf8" } },
  },
  {
    number: "A56",
    about: "a redirect to another host, which must not get the credentials",
    variants: { found: { kind: "redirect", location: "http://127.0.0.1:1/" } },
  },
  { number: "A57", about: "200 MB", variants: { blanks: { kind: "padded", bytes: 200_000_000 } } },
  { number: "A58", about: "a connection that is closed between requests", variants: { closed: { kind: "closed" } } },
  {
    number: "A59",
    about: "the request's time is refused",
    variants: {
      date: { kind: "clockSkew", ms: 20 * 60_000 },
      silent: { kind: "clockSkew", ms: null },
    },
  },
  {
    number: "A60",
    about: "a nonce is said to be used",
    variants: { once: { kind: "error", status: 400, code: "SignatureNonceUsed" } },
  },
  {
    number: "A61",
    about: "the temporary key ends between two pages",
    variants: { second: { kind: "error", status: 400, code: "InvalidSecurityToken.Expired", page: 2 } },
  },
  {
    number: "A62",
    about: "a signature is refused, and the string that was signed is repeated",
    variants: { echo: { kind: "signatureMismatch" } },
  },
];
