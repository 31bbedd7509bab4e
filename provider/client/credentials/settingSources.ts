import type { CredentialLookup } from "./CredentialLookup.ts";
import { checkUri } from "./checkUri.ts";
import { ecsSource } from "./ecsSource.ts";
import { OIDC_VARIABLES, oidcRoleOf } from "./roleSettings.ts";
import type { EcsSource, OidcSource, UriSource } from "./Source.ts";

export function uriFromSettings({ settings: { credentialsUri } }: CredentialLookup): UriSource | undefined {
  return credentialsUri === undefined ? undefined : checkUri(credentialsUri, "credentialsUri");
}

export function ecsFromSettings(lookup: CredentialLookup): EcsSource | undefined {
  const { ecsRoleName } = lookup.settings;
  return ecsRoleName === undefined ? undefined : ecsSource(lookup, ecsRoleName, { property: "ecsRoleName" });
}

/** What the setting leaves out, the environment may say: see `checkCredentialSources`. */
export function oidcFromSettings(lookup: CredentialLookup): OidcSource | undefined {
  const { settings, env } = lookup;
  const { assumeRoleWithOidc: oidc } = settings;
  if (oidc === undefined) return undefined;
  const role = oidcRoleOf(oidc, lookup);
  return {
    kind: "oidc",
    origin: `assumeRoleWithOidc (${role.roleArn})`,
    role,
    oidcProviderArn: oidc.oidcProviderArn ?? env[OIDC_VARIABLES.provider] ?? "",
    token: tokenOf(oidc, env),
  };
}

function tokenOf(
  { oidcToken, oidcTokenFile }: NonNullable<CredentialLookup["settings"]["assumeRoleWithOidc"]>,
  env: CredentialLookup["env"],
): OidcSource["token"] {
  if (oidcToken !== undefined) return { value: oidcToken };
  if (oidcTokenFile !== undefined) return { file: oidcTokenFile };
  const file = env[OIDC_VARIABLES.tokenFile];
  return file ? { file } : { value: env[OIDC_VARIABLES.token] ?? "" };
}
