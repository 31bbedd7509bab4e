const RULES: ReadonlyArray<readonly [RegExp, string]> = [
  // A link's query is where signatures and tokens live; the rest of a link is not needed in an error either.
  [/(https?:\/\/[^\s?"'<>]+)\?[^\s"'<>]*/gi, "$1?[redacted]"],
  [
    /\b((?:OSS)?AccessKey(?:Id|Secret)?|Signature|SecurityToken|security-token|x-oss-[\w-]+)(["']?\s*[=:]\s*["']?)[^\s&"',;]+/gi,
    "$1$2[redacted]",
  ],
  // Also right behind other letters, as in a percent-encoded string to sign.
  [/(?:LTAI|STS\.)[\w.-]{8,}/g, "[redacted]"],
];

/** Takes keys, tokens, signatures and links' queries out of a text that a person will see. */
export function redact(text: string, secrets: readonly string[] = []): string {
  const known = secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")])
    // The longest first: of a secret that begins like another nothing may be left.
    .sort((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.replaceAll(secret, "[redacted]"), text);
  return RULES.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), known);
}
