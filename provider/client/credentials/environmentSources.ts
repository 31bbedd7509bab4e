import { InputError } from "../../core/errors/InputError.ts";
import type { EcsSource, OidcSource, UriSource } from "./CredentialSource.ts";
import { DEFAULT_SESSION_NAME } from "./defaultSessionName.ts";
import { firstVariable } from "./environment.ts";
import type { SourceChoiceContext } from "./SourceChoiceContext.ts";
import { stsUrl } from "./stsUrl.ts";
import { validEcsSource } from "./validEcsSource.ts";
import { validUriSource } from "./validUriSource.ts";

const [ROLE, PROVIDER, TOKEN_FILE] = [
  "ALIBABA_CLOUD_ROLE_ARN",
  "ALIBABA_CLOUD_OIDC_PROVIDER_ARN",
  "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
] as const;
const ECS = ["ALICLOUD_ECS_ROLE_NAME", "ALIBABA_CLOUD_ECS_METADATA"] as const;
const URI = ["ALICLOUD_CREDENTIALS_URI", "ALIBABA_CLOUD_CREDENTIALS_URI"] as const;

/**
 * The variables that an ACK cluster sets for its pods. The alicloud provider does not use them without a configured role,
 * and so they come after everything that it uses. The role's variable alone is ignored: other tools use it too.
 */
export function oidcFromEnvironment(context: SourceChoiceContext): OidcSource | undefined {
  const { env } = context;
  const [roleArn, oidcProviderArn, file] = [ROLE, PROVIDER, TOKEN_FILE].map((name) => env[name]?.trim());
  if (!oidcProviderArn && !file) return undefined;
  if (!roleArn || !oidcProviderArn || !file) {
    const missing = [ROLE, PROVIDER, TOKEN_FILE].filter((name) => !env[name]);
    const set = [ROLE, PROVIDER, TOKEN_FILE].filter((name) => env[name]).join(" and ");
    const reason = `is missing although ${set} is set: OIDC needs all three`;
    throw new InputError(missing.map((property) => ({ property, reason })));
  }
  const sessionName = env.ALIBABA_CLOUD_ROLE_SESSION_NAME?.trim() || DEFAULT_SESSION_NAME;
  return {
    kind: "oidc",
    origin: `${ROLE} (${roleArn}) and ${TOKEN_FILE}`,
    role: { roleArn, sessionName, stsUrl: stsUrl(context) },
    oidcProviderArn,
    token: { file },
  };
}

/** Needs a variable that names the role: outside of Alibaba Cloud, a request to the metadata service takes seconds to fail. */
export function ecsFromEnvironment(context: SourceChoiceContext): EcsSource | undefined {
  const role = firstVariable(context.env, ECS);
  return role && validEcsSource(context, role.value, { property: role.name });
}

export function uriFromEnvironment({ env }: SourceChoiceContext): UriSource | undefined {
  const uri = firstVariable(env, URI);
  return uri && validUriSource(uri.value, uri.name);
}
