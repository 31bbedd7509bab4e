import { InputError } from "../core/errors/InputError.ts";
import type { Settings } from "./settings.ts";

/** What signs a request. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Tried in this order; a family with one half of a pair is an error, never completed from another. */
const FAMILIES = [
  ["ALICLOUD_ACCESS_KEY", "ALICLOUD_SECRET_KEY", "ALICLOUD_SECURITY_TOKEN"],
  ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_SECURITY_TOKEN"],
  ["ALIBABACLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_SECRET", "ALIBABACLOUD_SECURITY_TOKEN"],
] as const;

/**
 * The provider's configuration, else the environment.
 *
 * @throws InputError when there is no key, or only half of one. No value is repeated.
 */
export function findCredentials(settings: Settings, env: Environment): Credentials {
  const configured = checkPair(settings);
  if (configured) return configured;
  for (const [keyName, secretName, tokenName] of FAMILIES) {
    const found = pair(keyName, env[keyName], secretName, env[secretName], env[tokenName]);
    if (found) return found;
  }
  const reason =
    "no Alibaba Cloud key: run `pulumi config set --secret alicloud-backups:accessKey` and the same for secretKey, " +
    "or set ALICLOUD_ACCESS_KEY and ALICLOUD_SECRET_KEY";
  throw new InputError([{ property: "accessKey", reason }]);
}

/** @throws InputError when the configuration has one half of a key. */
export function checkPair({ accessKey, secretKey, securityToken }: Settings): Credentials | undefined {
  return pair("accessKey", accessKey, "secretKey", secretKey, securityToken);
}

function pair(
  keyName: string,
  accessKeyId: string | undefined,
  secretName: string,
  accessKeySecret: string | undefined,
  securityToken: string | undefined,
): Credentials | undefined {
  if (!accessKeyId && !accessKeySecret) return undefined;
  if (!accessKeyId) throw new InputError([missingHalf(keyName, secretName)]);
  if (!accessKeySecret) throw new InputError([missingHalf(secretName, keyName)]);
  for (const [property, value] of [
    [keyName, accessKeyId],
    [secretName, accessKeySecret],
    ["securityToken", securityToken ?? ""],
  ] as const) {
    if (/\s/.test(value))
      throw new InputError([{ property, reason: "holds white space: copy the key again without it" }]);
  }
  return { accessKeyId, accessKeySecret, ...(securityToken ? { securityToken } : {}) };
}

function missingHalf(property: string, other: string) {
  return { property, reason: `is missing although ${other} is set: a key needs both halves from the same place` };
}
