import { InputError } from "../../core/errors/InputError.ts";
import type { Settings } from "../settings.ts";
import type { RamRole } from "./CredentialSource.ts";
import { DEFAULT_SESSION_NAME } from "./defaultSessionName.ts";
import { firstVariable } from "./environment.ts";
import type { SourceChoiceContext } from "./SourceChoiceContext.ts";
import { stsUrl } from "./stsUrl.ts";

/** Variables that complete the settings of the same name, where such a setting is there. By themselves they do nothing. */
const ROLE_ARN = {
  assumeRole: ["ALICLOUD_ASSUME_ROLE_ARN", "ALIBABA_CLOUD_ROLE_ARN"],
  assumeRoleWithOidc: ["ALIBABA_CLOUD_ROLE_ARN"],
} as const;
const SESSION_VARIABLES = {
  assumeRole: ["ALICLOUD_ASSUME_ROLE_SESSION_NAME", "ALIBABA_CLOUD_ROLE_SESSION_NAME"],
  assumeRoleWithOidc: ["ALIBABA_CLOUD_ROLE_SESSION_NAME"],
} as const;
const EXPIRATION = ["ALICLOUD_ASSUME_ROLE_SESSION_EXPIRATION"] as const;
export const OIDC_VARIABLES = {
  provider: "ALIBABA_CLOUD_OIDC_PROVIDER_ARN",
  token: "ALIBABA_CLOUD_OIDC_TOKEN",
  tokenFile: "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
} as const;

type Setting = keyof typeof ROLE_ARN;

/** The role of `assumeRole`. @throws InputError without an ARN, or for an expiration that is no number of seconds. */
export function roleOfAssumeRole(settings: NonNullable<Settings["assumeRole"]>, context: SourceChoiceContext): RamRole {
  const { roleArn: _, sessionName, sessionExpiration, ...role } = settings;
  return {
    ...role,
    roleArn: roleArnOf(settings, "assumeRole", context.env),
    sessionName: sessionName ?? sessionNameOf("assumeRole", context),
    sessionExpiration: sessionExpiration ?? expirationOf(context),
    stsUrl: stsUrl(context),
  };
}

/** The role of `assumeRoleWithOidc`. @throws InputError without an ARN. */
export function roleOfAssumeRoleWithOidc(
  settings: NonNullable<Settings["assumeRoleWithOidc"]>,
  context: SourceChoiceContext,
): RamRole {
  return {
    roleArn: roleArnOf(settings, "assumeRoleWithOidc", context.env),
    sessionName: settings.roleSessionName ?? sessionNameOf("assumeRoleWithOidc", context),
    sessionExpiration: settings.sessionExpiration,
    policy: settings.policy,
    stsUrl: stsUrl(context),
  };
}

export function roleArnOf(
  { roleArn }: { readonly roleArn?: string | undefined },
  setting: Setting,
  env: SourceChoiceContext["env"],
): string {
  const arn = roleArn ?? firstVariable(env, ROLE_ARN[setting])?.value;
  if (arn !== undefined) return arn;
  const reason = `is required, here or in ${ROLE_ARN[setting].join(" or ")}`;
  throw new InputError([{ property: `${setting}.roleArn`, reason }]);
}

function sessionNameOf(setting: Setting, { env }: SourceChoiceContext): string {
  return firstVariable(env, SESSION_VARIABLES[setting])?.value ?? DEFAULT_SESSION_NAME;
}

function expirationOf({ env }: SourceChoiceContext): number | undefined {
  const variable = firstVariable(env, EXPIRATION);
  if (variable === undefined) return undefined;
  const seconds = Number(variable.value);
  if (Number.isInteger(seconds) && seconds >= 900 && seconds <= 43_200) return seconds;
  throw new InputError([{ property: variable.name, reason: "expected a whole number from 900 to 43200" }]);
}
