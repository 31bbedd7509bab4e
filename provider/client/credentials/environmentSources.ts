import { InputError } from "../../core/errors/InputError.ts";
import { fromEnvironment } from "../settings.ts";
import { checkUri } from "./checkUri.ts";
import { ecsSource, isMetadataOff } from "./ecsSource.ts";
import type { Look } from "./Look.ts";
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

/** As an ACK cluster sets it for its pods. A role alone says nothing: other tools read it for other ends. */
export function oidcFromEnvironment(look: Look): OidcSource | undefined {
  const { env } = look;
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
    place: `${ROLE} (${roleArn}) and ${TOKEN_FILE}`,
    role: { roleArn, sessionName, stsUrl: stsUrl(look) },
    oidcProviderArn,
    token: { file },
  };
}

/** Only when it is asked for: off the cloud, looking for the metadata service costs seconds. */
export function ecsFromEnvironment(look: Look): EcsSource | undefined {
  const property = ECS.find((name) => look.env[name]);
  const roleName = fromEnvironment(look.env, ECS);
  if (property === undefined || roleName === undefined || isMetadataOff(look)) return undefined;
  return ecsSource(look, roleName, { property });
}

export function uriFromEnvironment({ env }: Look): UriSource | undefined {
  const uri = env[URI];
  return uri ? checkUri(uri, URI) : undefined;
}
