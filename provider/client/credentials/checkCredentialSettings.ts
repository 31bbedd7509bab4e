import { InputError } from "../../core/errors/InputError.ts";
import type { Settings } from "../settings.ts";
import { OIDC_VARIABLES, roleArnOf } from "./roleSettings.ts";
import type { SourceChoiceContext } from "./SourceChoiceContext.ts";
import { validUriSource } from "./validUriSource.ts";

/** Of these the configuration may have one; a `sharedCredentialsFile` may stand beside its `profile`. */
const EXPLICIT = [
  "accessKey",
  "profile",
  "sharedCredentialsFile",
  "assumeRoleWithOidc",
  "ecsRoleName",
  "credentialsUri",
] as const;

/** @throws InputError when the configuration names two sources, or half of one. Reads no file. */
export function checkCredentialSettings(settings: Settings, env: SourceChoiceContext["env"]): void {
  const [first, second] = EXPLICIT.filter(
    (name) => settings[name] !== undefined && !(name === "sharedCredentialsFile" && settings.profile !== undefined),
  );
  if (first !== undefined && second !== undefined) {
    const reason = `is set beside ${first}, and a key comes from one place only: remove one of them`;
    throw new InputError([{ property: second, reason }]);
  }
  if (settings.credentialsUri !== undefined) validUriSource(settings.credentialsUri, "credentialsUri");
  if (settings.assumeRole) roleArnOf(settings.assumeRole, "assumeRole", env);
  if (settings.assumeRoleWithOidc) checkOidc(settings.assumeRoleWithOidc, env);
}

function checkOidc(oidc: NonNullable<Settings["assumeRoleWithOidc"]>, env: SourceChoiceContext["env"]): void {
  const refuse = (property: string, reason: string) => new InputError([{ property, reason }]);
  roleArnOf(oidc, "assumeRoleWithOidc", env);
  const { provider, token, tokenFile } = OIDC_VARIABLES;
  if (!(oidc.oidcProviderArn ?? env[provider])) {
    throw refuse("assumeRoleWithOidc.oidcProviderArn", `is required, here or in ${provider}`);
  }
  const configured = [oidc.oidcToken, oidc.oidcTokenFile].filter((value) => value !== undefined).length;
  if (configured > 1 || (configured === 0 && !env[token] && !env[tokenFile])) {
    const reason = "give either assumeRoleWithOidc.oidcTokenFile or assumeRoleWithOidc.oidcToken";
    throw refuse("assumeRoleWithOidc.oidcTokenFile", reason);
  }
}
