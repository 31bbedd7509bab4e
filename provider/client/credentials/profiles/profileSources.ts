import { InputError } from "../../../core/errors/InputError.ts";
import type { CredentialSource, KeySource, RamRole } from "../CredentialSource.ts";
import { ecsSource } from "../ecsSource.ts";
import { type KeyNames, readKeyPair } from "../keyPair.ts";
import { SESSION_NAME } from "../sessionName.ts";
import { stsUrl } from "../stsUrl.ts";
import { uriSource } from "../uriSource.ts";
import type { OpenProfile, Profile } from "./Profile.ts";

export const profileAccessKeyMembers: KeyNames = ["access_key_id", "access_key_secret", "sts_token"];

export function keyFromProfile(open: OpenProfile, token: string | null | undefined): KeySource {
  const { access_key_id, access_key_secret } = open.profile;
  const credentials = inPlace(open, () =>
    readKeyPair(profileAccessKeyMembers, [access_key_id, access_key_secret, token]),
  );
  if (credentials === undefined) throw open.refuse(`has no access_key_id and no access_key_secret: ${configure(open)}`);
  return { kind: "key", origin: open.origin, credentials };
}

export function ecsFromProfile(open: OpenProfile): CredentialSource {
  const { context, origin } = open;
  const name = requireField(open, "ram_role_name");
  return inPlace(open, () => ecsSource(context, name, { property: "ram_role_name", origin }));
}

export function uriFromProfile(open: OpenProfile): CredentialSource {
  const address = requireField(open, "credentials_uri");
  const source = inPlace(open, () => uriSource(address, "credentials_uri"));
  return { ...source, origin: `${open.origin} (${new URL(source.uri).origin})` };
}

/**
 * The CLI stores the key of the last log-in (modes CloudSSO and OAuth) in the profile. It is used until it expires: only
 * the CLI can renew it, which also rewrites its file.
 */
export function loginKeyFromProfile(open: OpenProfile): CredentialSource {
  const expires = (open.profile.sts_expiration ?? 0) * 1000;
  if (expires > open.context.now) return keyFromProfile(open, requireField(open, "sts_token"));
  const command = `aliyun sts GetCallerIdentity --profile ${open.name}`;
  const { mode } = open.profile;
  throw open.refuse(`has no ${mode} key that is still valid: run \`${command}\`, which makes the CLI fetch one`);
}

export function roleFromProfile(open: OpenProfile, base: CredentialSource): CredentialSource {
  return { kind: "role", origin: open.origin, role: profileRole(open), base };
}

export function profileRole(open: OpenProfile): RamRole {
  const { ram_session_name, external_id, expired_seconds, policy, sts_region, enable_vpc } = open.profile;
  return {
    roleArn: requireField(open, "ram_role_arn"),
    sessionName: ram_session_name || open.context.env.ALIBABA_CLOUD_ROLE_SESSION_NAME?.trim() || SESSION_NAME,
    stsUrl: inPlace(open, () => stsUrl(open.context, { region: sts_region, vpc: enable_vpc })),
    ...(policy ? { policy } : {}),
    ...(external_id ? { externalId: external_id } : {}),
    ...(expired_seconds ? { sessionExpiration: expired_seconds } : {}),
  };
}

type TextField = { [F in keyof Profile]-?: Profile[F] extends string | null | undefined ? F : never }[keyof Profile];

export function requireField(open: OpenProfile, field: TextField): string {
  const value = open.profile[field];
  if (!value) throw open.refuse(`has no ${field}: ${configure(open)}`);
  return value;
}

function configure({ name, profile }: OpenProfile): string {
  return `run \`aliyun configure --profile ${name} --mode ${profile.mode}\``;
}

/** Turns an InputError about one value into one that names the profile which holds the value. */
function inPlace<T>({ refuse }: OpenProfile, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw refuse(`is wrong: ${error.message}`);
  }
}
