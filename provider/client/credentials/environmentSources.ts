import { InputError } from "../../core/errors/InputError.ts";
import { fromEnvironment } from "../settings.ts";
import type { CredentialLookup } from "./CredentialLookup.ts";
import { checkUri } from "./checkUri.ts";
import { ecsSource, isMetadataOff } from "./ecsSource.ts";
import type { EcsSource, OidcSource, UriSource } from "./Source.ts";
import { SESSION_NAME } from "./sessionName.ts";
import { stsUrl } from "./stsUrl.ts";

const [ROLE, PROVIDER, TOKEN_FILE] = [
  "ALIBABA_CLOUD_ROLE_ARN",
  "ALIBABA_CLOUD_OIDC_PROVIDER_ARN",
  "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
] as const;
const ECS = ["ALICLOUD_ECS_ROLE_NAME", "ALIBABA_CLOUD_ECS_METADATA"] as const;
const URI = "ALIBABA_CLOUD_CREDENTIALS_URI";

/** The variables that an ACK cluster sets for its pods. The role's variable alone is ignored: other tools use it too. */
export function oidcFromEnvironment(lookup: CredentialLookup): OidcSource | undefined {
  const { env } = lookup;
  const [roleArn, oidcProviderArn, file] = [env[ROLE], env[PROVIDER], env[TOKEN_FILE]];
  if (!oidcProviderArn && !file) return undefined;
  if (!roleArn || !oidcProviderArn || !file) {
    const missing = [ROLE, PROVIDER, TOKEN_FILE].filter((name) => !env[name]);
    const set = [ROLE, PROVIDER, TOKEN_FILE].filter((name) => env[name]).join(" and ");
    const reason = `is missing although ${set} is set: OIDC needs all three`;
    throw new InputError(missing.map((property) => ({ property, reason })));
  }
  const sessionName = env.ALIBABA_CLOUD_ROLE_SESSION_NAME || SESSION_NAME;
  return {
    kind: "oidc",
    origin: `${ROLE} (${roleArn}) and ${TOKEN_FILE}`,
    role: { roleArn, sessionName, stsUrl: stsUrl(lookup) },
    oidcProviderArn,
    token: { file },
  };
}

/** Needs a variable that names the role: outside of Alibaba Cloud, a request to the metadata service takes seconds to fail. */
export function ecsFromEnvironment(lookup: CredentialLookup): EcsSource | undefined {
  const property = ECS.find((name) => lookup.env[name]);
  const roleName = fromEnvironment(lookup.env, ECS);
  if (property === undefined || roleName === undefined || isMetadataOff(lookup)) return undefined;
  return ecsSource(lookup, roleName, { property });
}

export function uriFromEnvironment({ env }: CredentialLookup): UriSource | undefined {
  const uri = env[URI];
  return uri ? checkUri(uri, URI) : undefined;
}
