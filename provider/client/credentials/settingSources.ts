import { InputError } from "../../core/errors/InputError.ts";
import type { Settings } from "../settings.ts";
import { checkUri } from "./checkUri.ts";
import { ecsSource } from "./ecsSource.ts";
import { keyFromSettings } from "./keyPair.ts";
import type { Look } from "./Look.ts";
import { profileFromSettings } from "./profiles/profileFrom.ts";
import type { Role, Source } from "./Source.ts";
import { SESSION_NAME } from "./sessionName.ts";
import { stsUrl } from "./stsUrl.ts";

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
export function checkSources(settings: Settings): void {
  const [first, second] = EXPLICIT.filter(
    (name) => settings[name] !== undefined && !(name === "sharedCredentialsFile" && settings.profile !== undefined),
  );
  if (first !== undefined && second !== undefined) {
    const reason = `is set beside ${first}, and a key comes from one place only: remove one of them`;
    throw new InputError([{ property: second, reason }]);
  }
  if (settings.credentialsUri !== undefined) checkUri(settings.credentialsUri, "credentialsUri");
  const { oidcToken, oidcTokenFile } = settings.assumeRoleWithOidc ?? {};
  if (settings.assumeRoleWithOidc && (oidcToken === undefined) === (oidcTokenFile === undefined)) {
    const reason = "give either assumeRoleWithOidc.oidcTokenFile or assumeRoleWithOidc.oidcToken";
    throw new InputError([{ property: "assumeRoleWithOidc.oidcTokenFile", reason }]);
  }
}

/** @throws InputError when it cannot be used. */
export function sourceFromSettings(look: Look): Source | undefined {
  const { settings } = look;
  checkSources(settings);
  const { assumeRoleWithOidc: oidc, ecsRoleName, credentialsUri } = settings;
  if (oidc) {
    const { roleSessionName, oidcProviderArn, oidcToken, oidcTokenFile, ...given } = oidc;
    return {
      kind: "oidc",
      place: `assumeRoleWithOidc (${oidc.roleArn})`,
      role: roleOf({ ...given, sessionName: roleSessionName }, look),
      oidcProviderArn,
      token: oidcToken === undefined ? { file: oidcTokenFile ?? "" } : { value: oidcToken },
    };
  }
  if (ecsRoleName !== undefined) return ecsSource(look, ecsRoleName, { property: "ecsRoleName" });
  if (credentialsUri !== undefined) return checkUri(credentialsUri, "credentialsUri");
  return keyFromSettings(settings) ?? profileFromSettings(look);
}

/** `assumeRole` comes on top of whatever was found. */
export function assumedRole(look: Look, base: Source): Source {
  const { assumeRole } = look.settings;
  if (assumeRole === undefined) return base;
  return { kind: "role", place: `assumeRole (${assumeRole.roleArn})`, role: roleOf(assumeRole, look), base };
}

function roleOf(given: Omit<Role, "stsUrl" | "sessionName"> & { sessionName?: string | undefined }, look: Look): Role {
  return { ...given, sessionName: given.sessionName ?? SESSION_NAME, stsUrl: stsUrl(look) };
}
