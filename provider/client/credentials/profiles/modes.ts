import type { Source } from "../Source.ts";
import type { OpenProfile } from "./Profile.ts";
import { ecs, key, need, role, roleOf, uri } from "./parts.ts";

type Read = (open: OpenProfile) => Source;

const readable: Readonly<Record<string, Read>> = {
  AK: (open) => key(open, undefined),
  StsToken: (open) => key(open, need(open, "sts_token")),
  RamRoleArn: (open) => role(open, key(open, open.profile.sts_token)),
  EcsRamRole: ecs,
  RamRoleArnWithRoleName: (open) => role(open, ecs(open)),
  ChainableRamRoleArn: (open) => role(open, open.follow(need(open, "source_profile"))),
  OIDC: (open) => ({
    kind: "oidc",
    origin: open.origin,
    role: roleOf(open),
    oidcProviderArn: need(open, "oidc_provider_arn"),
    token: { file: need(open, "oidc_token_file") },
  }),
  CredentialsURI: uri,
  CloudSSO: cloudSso,
};

const refused: Readonly<Record<string, string>> = {
  External: "runs a command to get its key (mode External), and this package runs none",
  OAuth: "rewrites its file whenever it gets a key (mode OAuth), and this package changes nothing",
  RsaKeyPair: "has the mode RsaKeyPair, which Alibaba Cloud has given up",
  BearerToken: "has the mode BearerToken, which these operations do not take",
  Anonymous: "has the mode Anonymous, and these operations need a key",
};

/** By the mode in lower case, because the CLI accepts any case. */
export const modes: ReadonlyMap<string, Read> = new Map([
  ...Object.entries(readable).map(([mode, read]) => [mode.toLowerCase(), read] as const),
  ...Object.entries(refused).map(([mode, reason]) => [mode.toLowerCase(), refusal(reason)] as const),
]);

export const supportedModes = Object.keys(readable).join(", ");

function refusal(reason: string): Read {
  return ({ refuse }) => {
    throw refuse(`${reason}: use a profile of mode ${supportedModes}, or set the key itself`);
  };
}

/** The CLI stores the key of the last log-in in the profile. It is used until it expires: only the CLI can renew it. */
function cloudSso(open: OpenProfile): Source {
  const expires = (open.profile.sts_expiration ?? 0) * 1000;
  if (expires > open.lookup.now) return key(open, need(open, "sts_token"));
  const command = `aliyun sts GetCallerIdentity --profile ${open.name}`;
  throw open.refuse(`has no CloudSSO key that is still valid: run \`${command}\`, which makes the CLI fetch one`);
}
