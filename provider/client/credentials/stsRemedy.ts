import type { OidcSource, RoleSource } from "./CredentialSource.ts";

/** What to do about a refusal of STS, by its code. */
export function stsRemedy(source: RoleSource | OidcSource, code: string): string {
  const { roleArn } = source.role;
  if (/^EntityNotExist\.Role/.test(code)) return `correct the ARN of the role: there is no ${roleArn}`;
  if (/OIDC/i.test(code)) return `check the token and its provider, and that ${roleArn} trusts them`;
  if (source.kind === "oidc")
    return `check the provider and its token, and that the trust policy of ${roleArn} lets it in`;
  const { origin } = source.base;
  if (/^(InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSecurityToken|MissingSecurityToken)/.test(code)) {
    return `the key that assumes the role may be wrong, inactive or expired: check ${origin}`;
  }
  if (/^(NoPermission|Forbidden|AuthenticationFail)/.test(code)) {
    return `grant the RAM action sts:AssumeRole on ${roleArn} to the user or role of ${origin}, and let the role trust it`;
  }
  return `check roleArn, policy, session name and expiration of ${source.origin}`;
}
