import type { CredentialSource, KeySource, RamRole } from "../CredentialSource.ts";
import { checkNoStrayToken } from "../keyPair.ts";
import type { ProfileEntry } from "./ProfileEntry.ts";
import {
  ecsFromProfile,
  keyFromProfile,
  profileAccessKeyMembers,
  profileRole,
  requireProfileField,
  roleSourceFromProfile,
  uriFromProfile,
  validLoginKeyFromProfile,
} from "./profileSources.ts";

type Read = (entry: ProfileEntry) => CredentialSource;

/** Where the alicloud provider looks at a profile of this mode: for a key, for an ECS role, or not at all. */
export type ModeStage = "key" | "ecs" | "other";

export interface ProfileMode {
  readonly stage: ModeStage;
  /** The profile as a source by itself. */
  readonly read: Read;
  /** The key of the profile alone, as the alicloud provider takes it from the profile that is named. */
  readonly key?: Read;
  /** A role that is assumed with any key, also with one from elsewhere. */
  readonly role?: (entry: ProfileEntry) => RamRole;
}

const readable: Readonly<Record<string, ProfileMode>> = {
  AK: { stage: "key", read: plainKey, key: ownKey(plainKey) },
  StsToken: { stage: "key", read: tokenKey, key: ownKey(tokenKey) },
  RamRoleArn: {
    stage: "key",
    read: (open) => roleSourceFromProfile(open, baseKey(open)),
    key: ownKey(baseKey),
    role: profileRole,
  },
  EcsRamRole: { stage: "ecs", read: ecsFromProfile },
  RamRoleArnWithRoleName: { stage: "other", read: (open) => roleSourceFromProfile(open, ecsFromProfile(open)) },
  ChainableRamRoleArn: {
    stage: "key",
    read: (open) => roleSourceFromProfile(open, open.follow(requireProfileField(open, "source_profile"))),
  },
  OIDC: {
    stage: "other",
    read: (open) => ({
      kind: "oidc",
      origin: open.origin,
      role: profileRole(open),
      oidcProviderArn: requireProfileField(open, "oidc_provider_arn"),
      token: { file: requireProfileField(open, "oidc_token_file") },
    }),
  },
  CredentialsURI: { stage: "other", read: uriFromProfile },
  CloudSSO: { stage: "key", read: validLoginKeyFromProfile },
  OAuth: { stage: "key", read: validLoginKeyFromProfile },
};

const refused: Readonly<Record<string, string>> = {
  External:
    "gets its key from a command (mode External), and this package runs none: run the command in the pipeline, and set " +
    "ALICLOUD_ACCESS_KEY, ALICLOUD_SECRET_KEY and ALICLOUD_SECURITY_TOKEN from its answer",
  RsaKeyPair: "has the mode RsaKeyPair, which Alibaba Cloud has given up",
  BearerToken: "has the mode BearerToken, which these operations do not take",
  Anonymous: "has the mode Anonymous, and these operations need a key",
};

export const supportedModesText = Object.keys(readable).join(", ");

/** By the mode in lower case, because the CLI accepts any case. */
export const profileModes: ReadonlyMap<string, ProfileMode> = new Map([
  ...Object.entries(readable).map(([name, mode]) => [name.toLowerCase(), mode] as const),
  ...Object.entries(refused).map(([name, reason]) => [name.toLowerCase(), refusal(reason)] as const),
]);

function refusal(reason: string): ProfileMode {
  const read: Read = ({ refuse }) => {
    throw refuse(`${reason}; or use a profile of mode ${supportedModesText}`);
  };
  return { stage: "key", read };
}

function plainKey(entry: ProfileEntry): KeySource {
  return keyFromProfile(entry, undefined);
}

function tokenKey(entry: ProfileEntry): KeySource {
  return keyFromProfile(entry, requireProfileField(entry, "sts_token"));
}

function baseKey(entry: ProfileEntry): KeySource {
  return keyFromProfile(entry, entry.profile.sts_token);
}

function ownKey(read: (entry: ProfileEntry) => KeySource): Read {
  return (open) => checkNoStrayToken(read(open), profileAccessKeyMembers, open.context);
}
