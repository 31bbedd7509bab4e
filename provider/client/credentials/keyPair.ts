import { InputError } from "../../core/errors/InputError.ts";
import type { Settings } from "../settings.ts";
import type { Credentials } from "./Credentials.ts";
import type { KeySource } from "./Source.ts";

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
export function keyFromEnvironment(env: Readonly<Record<string, string | undefined>>): KeySource | undefined {
  for (const names of FAMILIES) {
    const source = keySource(
      names,
      names.map((name) => env[name]),
    );
    if (source) return source;
  }
  return undefined;
}

/** @throws InputError when the configuration has a part of a key. */
export function keyFromSettings({ accessKey, secretKey, securityToken }: Settings): KeySource | undefined {
  if (securityToken !== undefined && accessKey === undefined && secretKey === undefined) {
    const reason =
      "is set without the accessKey and secretKey that it belongs to: a key needs all parts from one place";
    throw new InputError([{ property: "securityToken", reason }]);
  }
  return keySource(SETTINGS, [accessKey, secretKey, securityToken]);
}

function keySource(names: KeyNames, values: KeyValues): KeySource | undefined {
  const credentials = checkPair(names, values);
  return credentials && { kind: "key", credentials, origin: `${names[0]}, ${names[1]} and ${names[2]}` };
}

/** @throws InputError when there is half a key, or white space in one. No value is repeated. */
export function checkPair(names: KeyNames, [key, secret, token]: KeyValues): Credentials | undefined {
  const [keyName, secretName] = names;
  if (!key && !secret) return undefined;
  if (!key) throw new InputError([missingHalf(keyName, secretName)]);
  if (!secret) throw new InputError([missingHalf(secretName, keyName)]);
  const spaced = [key, secret, token ?? ""].findIndex((value) => /\s/.test(value));
  if (spaced >= 0) {
    const reason = "holds white space: copy the key again without it";
    throw new InputError([{ property: names[spaced] ?? keyName, reason }]);
  }
  return { accessKeyId: key, accessKeySecret: secret, ...(token ? { securityToken: token } : {}) };
}

function missingHalf(property: string, other: string) {
  return { property, reason: `is missing although ${other} is set: a key needs both halves from the same place` };
}
