import type { CredentialCache } from "./createCredentialCache.ts";

interface KeyRemedyContext {
  readonly expired: boolean;
  readonly renewed: boolean;
}

/** What to do about a key that the service refuses. */
export function keyRemedy({ origin }: Pick<CredentialCache, "origin">, { expired, renewed }: KeyRemedyContext): string {
  if (expired && renewed)
    return `the key that came in place of an expired one has expired too: check ${origin}, and this machine's clock`;
  if (expired) {
    return (
      "the security token has expired, and nothing here can renew it: set a new key, or let one be fetched by " +
      `profile, assumeRole or the like, in place of ${origin}`
    );
  }
  return `the key may be wrong, inactive or expired: check ${origin}`;
}
