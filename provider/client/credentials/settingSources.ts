import type { EcsSource, OidcSource, UriSource } from "./CredentialSource.ts";
import { OIDC_VARIABLES, roleOfAssumeRoleWithOidc } from "./roleSettings.ts";
import type { SourceChoiceContext } from "./SourceChoiceContext.ts";
import { validEcsSource } from "./validEcsSource.ts";
import { validUriSource } from "./validUriSource.ts";

export function uriFromSettings({ settings: { credentialsUri } }: SourceChoiceContext): UriSource | undefined {
  return credentialsUri === undefined ? undefined : validUriSource(credentialsUri, "credentialsUri");
}

export function ecsFromSettings(context: SourceChoiceContext): EcsSource | undefined {
  const { ecsRoleName } = context.settings;
  return ecsRoleName === undefined ? undefined : validEcsSource(context, ecsRoleName, { property: "ecsRoleName" });
}

/** What the setting leaves out, the environment may say: see `checkCredentialSettings`. */
export function oidcFromSettings(context: SourceChoiceContext): OidcSource | undefined {
  const { settings, env } = context;
  const { assumeRoleWithOidc: oidc } = settings;
  if (oidc === undefined) return undefined;
  const role = roleOfAssumeRoleWithOidc(oidc, context);
  return {
    kind: "oidc",
    origin: `assumeRoleWithOidc (${role.roleArn})`,
    role,
    oidcProviderArn: oidc.oidcProviderArn ?? env[OIDC_VARIABLES.provider] ?? "",
    token: tokenOf(oidc, env),
  };
}

function tokenOf(
  { oidcToken, oidcTokenFile }: NonNullable<SourceChoiceContext["settings"]["assumeRoleWithOidc"]>,
  env: SourceChoiceContext["env"],
): OidcSource["token"] {
  if (oidcToken !== undefined) return { value: oidcToken };
  if (oidcTokenFile !== undefined) return { file: oidcTokenFile };
  const file = env[OIDC_VARIABLES.tokenFile];
  return file ? { file } : { value: env[OIDC_VARIABLES.token] ?? "" };
}
