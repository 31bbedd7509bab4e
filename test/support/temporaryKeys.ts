import type { Credential } from "../../emulator/index.ts";
import { iso } from "./backups.ts";

/** The n-th key that a source hands out: each is another. */
export function temporaryKey(n: number): Required<Pick<Credential, "accessKey" | "secretKey" | "securityToken">> {
  return {
    accessKey: `STS.NHandedOutKey${n}0000`,
    secretKey: `handedOutSecret${n}00000000000000`,
    securityToken: `CAIShandedOutToken${n}+not/a/real/one==`,
  };
}

/** As STS, the metadata service and credential helpers write it. */
export function keyReply(n: number, expiresAt: number) {
  const { accessKey, secretKey, securityToken } = temporaryKey(n);
  return {
    AccessKeyId: accessKey,
    AccessKeySecret: secretKey,
    SecurityToken: securityToken,
    Expiration: iso(expiresAt),
  };
}

/** Every part of the first few keys, for a search in what is shown. */
export const handedOut = [0, 1, 2, 3].flatMap((n) => Object.values(temporaryKey(n)));
