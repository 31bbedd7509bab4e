import { InputError } from "../../../core/errors/InputError.ts";
import type { CredentialSource, KeySource, RamRole } from "../CredentialSource.ts";
import { DEFAULT_SESSION_NAME } from "../defaultSessionName.ts";
import { type KeyNames, readKeyPair } from "../keyPair.ts";
import { stsUrl } from "../stsUrl.ts";
import { validEcsSource } from "../validEcsSource.ts";
import { validUriSource } from "../validUriSource.ts";
import type { Profile, ProfileEntry } from "./ProfileEntry.ts";

export const profileAccessKeyMembers: KeyNames = ["access_key_id", "access_key_secret", "sts_token"];

export function keyFromProfile(entry: ProfileEntry, token: string | null | undefined): KeySource {
  const { access_key_id, access_key_secret } = entry.profile;
  const credentials = inPlace(entry, () =>
    readKeyPair(profileAccessKeyMembers, [access_key_id, access_key_secret, token]),
  );
  if (credentials === undefined)
    throw entry.refuse(`has no access_key_id and no access_key_secret: ${configure(entry)}`);
  return { kind: "key", origin: entry.origin, credentials };
}

export function ecsFromProfile(entry: ProfileEntry): CredentialSource {
  const { context, origin } = entry;
  const name = requireProfileField(entry, "ram_role_name");
  return inPlace(entry, () => validEcsSource(context, name, { property: "ram_role_name", origin }));
}

export function uriFromProfile(entry: ProfileEntry): CredentialSource {
  const address = requireProfileField(entry, "credentials_uri");
  const source = inPlace(entry, () => validUriSource(address, "credentials_uri"));
  return { ...source, origin: `${entry.origin} (${new URL(source.uri).origin})` };
}

/**
 * The CLI stores the key of the last log-in (modes CloudSSO and OAuth) in the profile. It is used until it expires: only
 * the CLI can renew it, which also rewrites its file.
 */
export function validLoginKeyFromProfile(entry: ProfileEntry): CredentialSource {
  const expires = (entry.profile.sts_expiration ?? 0) * 1000;
  if (expires > entry.context.now) return keyFromProfile(entry, requireProfileField(entry, "sts_token"));
  const command = `aliyun sts GetCallerIdentity --profile ${entry.name}`;
  const { mode } = entry.profile;
  throw entry.refuse(`has no ${mode} key that is still valid: run \`${command}\`, which makes the CLI fetch one`);
}

export function roleSourceFromProfile(entry: ProfileEntry, base: CredentialSource): CredentialSource {
  return { kind: "role", origin: entry.origin, role: profileRole(entry), base };
}

export function profileRole(entry: ProfileEntry): RamRole {
  const { ram_session_name, external_id, expired_seconds, policy, sts_region, enable_vpc } = entry.profile;
  return {
    roleArn: requireProfileField(entry, "ram_role_arn"),
    sessionName: ram_session_name || entry.context.env.ALIBABA_CLOUD_ROLE_SESSION_NAME?.trim() || DEFAULT_SESSION_NAME,
    stsUrl: inPlace(entry, () => stsUrl(entry.context, { region: sts_region, vpc: enable_vpc })),
    ...(policy ? { policy } : {}),
    ...(external_id ? { externalId: external_id } : {}),
    ...(expired_seconds ? { sessionExpiration: expired_seconds } : {}),
  };
}

type TextField = { [F in keyof Profile]-?: Profile[F] extends string | null | undefined ? F : never }[keyof Profile];

export function requireProfileField(entry: ProfileEntry, field: TextField): string {
  const value = entry.profile[field];
  if (!value) throw entry.refuse(`has no ${field}: ${configure(entry)}`);
  return value;
}

function configure({ name, profile }: ProfileEntry): string {
  return `run \`aliyun configure --profile ${name} --mode ${profile.mode}\``;
}

/** Turns an InputError about one value into one that names the profile which holds the value. */
function inPlace<T>({ refuse }: ProfileEntry, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw refuse(`is wrong: ${error.message}`);
  }
}
