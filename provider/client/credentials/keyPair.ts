import { InputError } from "../../core/errors/InputError.ts";
import type { KeySource } from "./CredentialSource.ts";
import type { Credentials } from "./Credentials.ts";
import { firstVariable } from "./environment.ts";
import type { SourceChoiceContext } from "./SourceChoiceContext.ts";

/** The names of key, secret and token in one source: settings, environment variables or members of a profile. */
export type KeyNames = readonly [key: string, secret: string, token: string];
type KeyValues = readonly (string | null | undefined)[];

/** pulumi-alicloud's own variables, then those of the official SDKs. Names of two families never form one key. */
const FAMILIES: readonly KeyNames[] = [
  ["ALICLOUD_ACCESS_KEY", "ALICLOUD_SECRET_KEY", "ALICLOUD_SECURITY_TOKEN"],
  ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_SECURITY_TOKEN"],
  ["ALIBABACLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_SECRET", "ALIBABACLOUD_SECURITY_TOKEN"],
];
const SETTINGS: KeyNames = ["accessKey", "secretKey", "securityToken"];

/** @throws InputError when a family has one half of a pair: it is never completed from another. */
export function keyFromEnvironment({ settings, env }: KeyContext): KeySource | undefined {
  for (const names of FAMILIES) {
    const source = keySource(
      names,
      names.map((name) => env[name]),
      env,
    );
    if (source) return checkNoStrayToken(source, names, { settings, env });
  }
  return undefined;
}

/** @throws InputError when the configuration has a part of a key. */
export function keyFromSettings({ settings, env }: KeyContext): KeySource | undefined {
  const { accessKey, secretKey, securityToken } = settings;
  if (securityToken !== undefined && accessKey === undefined && secretKey === undefined) {
    const reason =
      "is set without the accessKey and secretKey that it belongs to: a key needs all parts from one place";
    throw new InputError([{ property: "securityToken", reason }]);
  }
  const source = keySource(SETTINGS, [accessKey, secretKey, securityToken], env);
  return source && checkNoStrayToken(source, SETTINGS, { settings, env });
}

type KeyContext = Pick<SourceChoiceContext, "settings" | "env">;

/**
 * pulumi-alicloud adds a token of the environment to any key. Here it belongs to the key that it came with.
 *
 * @throws InputError when the two would sign differently.
 */
export function checkNoStrayToken(source: KeySource, [, , own]: KeyNames, { settings, env }: KeyContext): KeySource {
  const configured = settings.securityToken === undefined ? undefined : SETTINGS[2];
  const variables = FAMILIES.map(([, , name]) => name);
  const theirs = configured ?? firstVariable(env, variables)?.name;
  if (theirs === undefined || theirs === own) return source;
  const reason =
    `is set, and the key comes from ${source.origin}: the alicloud provider would sign with both, and a token belongs to ` +
    `the key that it was issued with. Unset ${theirs}${source.credentials.securityToken ? "" : ", or set the key beside it"}`;
  throw new InputError([{ property: theirs, reason }]);
}

function keySource(names: KeyNames, values: KeyValues, env: KeyContext["env"]): KeySource | undefined {
  const credentials = readKeyPair(names, values, env);
  return credentials && { kind: "key", credentials, origin: `${names[0]}, ${names[1]} and ${names[2]}` };
}

/**
 * @param envForHint where the other half may stand, which an error then names
 * @throws InputError when there is half a key, or white space in one. No value is repeated.
 */
export function readKeyPair(
  names: KeyNames,
  values: KeyValues,
  envForHint: KeyContext["env"] = {},
): Credentials | undefined {
  const [key, secret, token] = values.map((value) => value?.trim());
  const [keyName, secretName] = names;
  if (!key && !secret) return undefined;
  if (!key) throw new InputError([missingHalf(keyName, secretName, firstVariable(envForHint, half(0))?.name)]);
  if (!secret) throw new InputError([missingHalf(secretName, keyName, firstVariable(envForHint, half(1))?.name)]);
  const spaced = [key, secret, token ?? ""].findIndex((value) => /\s/.test(value));
  if (spaced >= 0) {
    const reason = "holds white space: copy the key again without it";
    throw new InputError([{ property: names[spaced] ?? keyName, reason }]);
  }
  return { accessKeyId: key, accessKeySecret: secret, ...(token ? { securityToken: token } : {}) };
}

function half(index: 0 | 1): string[] {
  return FAMILIES.map((names) => names[index]);
}

function missingHalf(property: string, other: string, elsewhere: string | undefined) {
  const both = "a key needs both halves from the same place";
  const combined =
    elsewhere && `. The alicloud provider would put it together with ${elsewhere}; this package does not`;
  return { property, reason: `is missing although ${other} is set: ${both}${combined ?? ""}` };
}
