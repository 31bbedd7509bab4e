import { valueHider } from "./valueHider.ts";

const MARK = "[redacted]";
const HIDING = { mark: MARK, minInnerLength: 0 };
/** Some renewals' worth: requests may be signed with an older key. */
const MAX_SECRETS = 120;
/** A shorter one occurs in ordinary words, and protects nothing. */
const MIN_SECRET = 4;

/** `%`, however often it was encoded. Bounded, as everything here is: a text may be made to take long. */
const PERCENT = "%(?:25){0,8}";
const QUOTES = String.raw`(?:[\\"'\s]|${PERCENT}2[27]){0,20}`;
const BLANK = String.raw`(?:[\s_+-]|${PERCENT}20|\\u0020|&#32;){0,20}`;
const NAMES =
  "(?:OSS)?Access[-_]?Key(?:[-_]?Id|[-_]?Secret)?|Secret[-_]?(?:Access[-_]?)?Key|Signature|" +
  "(?:Security|STS|OIDC|SAML|Access|Session)[-_]?Token|x-oss-[\\w-]{1,40}";

/** Nothing else can match below: a short word of the service costs one search. */
const SUSPECT = /[?]|%3F|LTAI|STS\.|CAIS|x-oss|token|signature|key|to.{0,12}sign/i;

const RULES: ReadonlyArray<readonly [RegExp, string]> = [
  // Behind these words the service repeats the request: key ID and token, encoded twice. Whatever the code says.
  [new RegExp(`[\\s.,;:({["']{0,8}(?:the ${BLANK})?(?:server${BLANK})?string${BLANK}to${BLANK}sign[^]*$`, "i"), ""],
  // A link's query is where signatures and tokens live; the rest of a link is not needed in an error either.
  [/((?:https?:)?\/\/[^\s?"'<>]{1,1100})\?[^\s"'<>]*?(?=[.,;:)]{0,5}(?:[\s"'<>]|$))/gi, `$1?${MARK}`],
  [
    new RegExp(
      `(\\?|${PERCENT}3F)[^\\s?"'<>]{0,2000}?(?:OSSAccessKeyId|Signature|security-token|x-oss-[\\w-]{1,40})(?:=|${PERCENT}3D)[^\\s"'<>]*`,
      "gi",
    ),
    `$1${MARK}`,
  ],
  // Right behind other letters only as in a percent-encoded string: `InvalidAccessKeyId: ...` is a code and its text.
  [
    new RegExp(
      `(?:(?<=${PERCENT}[0-9A-F]{2})|(?<![A-Za-z]))(${NAMES})(${QUOTES}(?:[=:]|${PERCENT}3[DA])${QUOTES})(?:(?!${PERCENT}26)[^\\s&"',;<>])+`,
      "gi",
    ),
    `$1$2${MARK}`,
  ],
  [/(?:LTAI|STS\.)[\w.-]{8,}/g, MARK],
  [new RegExp(`CAIS(?:[\\w+/=-]|${PERCENT}[0-9A-F]{2}){20,}`, "g"), MARK],
];

const processSecrets = new Set<string>();
let hideProcessSecrets = valueHider([], HIDING);

/**
 * Says that these are secrets: from now on no text that this process shows holds them. Every key is registered
 * here before it is used, so that it is hidden wherever a text comes from, and whoever shows it.
 */
export function learnSecrets(...secrets: readonly string[]): void {
  const before = [...processSecrets].join("\n");
  for (const secret of secrets.filter(({ length }) => length >= MIN_SECRET)) {
    // One that is used again must not be the next to be forgotten.
    processSecrets.delete(secret);
    processSecrets.add(secret);
  }
  for (const oldest of [...processSecrets].slice(0, -MAX_SECRETS)) processSecrets.delete(oldest);
  if ([...processSecrets].join("\n") !== before) hideProcessSecrets = valueHider([...processSecrets], HIDING);
}

/** Takes keys, tokens, signatures and links' queries out of a text that a person will see; and `moreSecrets`, of any kind. */
export function redact(text: string, moreSecrets: readonly string[] = []): string {
  const others = moreSecrets.filter(({ length }) => length >= MIN_SECRET);
  const clean = hideProcessSecrets(others.length > 0 ? valueHider(others, HIDING)(text) : text);
  return SUSPECT.test(clean)
    ? RULES.reduce((cleaner, [pattern, replacement]) => cleaner.replace(pattern, replacement), clean)
    : clean;
}
