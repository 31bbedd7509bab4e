import { InputError } from "../../core/errors/InputError.ts";
import type { Settings } from "../settings.ts";
import type { CredentialLookup } from "./CredentialLookup.ts";
import { checkUri } from "./checkUri.ts";
import { ecsSource } from "./ecsSource.ts";
import { keyFromSettings } from "./keyPair.ts";
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
export function sourceFromSettings(lookup: CredentialLookup): Source | undefined {
  const { settings } = lookup;
  checkSources(settings);
  const { assumeRoleWithOidc: oidc, ecsRoleName, credentialsUri } = settings;
  if (oidc) {
    const { roleSessionName, oidcProviderArn, oidcToken, oidcTokenFile, ...role } = oidc;
    return {
      kind: "oidc",
      origin: `assumeRoleWithOidc (${oidc.roleArn})`,
      role: roleOf({ ...role, sessionName: roleSessionName }, lookup),
      oidcProviderArn,
      token: oidcToken === undefined ? { file: oidcTokenFile ?? "" } : { value: oidcToken },
    };
  }
  if (ecsRoleName !== undefined) return ecsSource(lookup, ecsRoleName, { property: "ecsRoleName" });
  if (credentialsUri !== undefined) return checkUri(credentialsUri, "credentialsUri");
  return keyFromSettings(settings) ?? profileFromSettings(lookup);
}

/** The source itself, or the role of the setting `assumeRole`, which is assumed with that source's key. */
export function assumedRole(lookup: CredentialLookup, base: Source): Source {
  const { assumeRole } = lookup.settings;
  if (assumeRole === undefined) return base;
  return { kind: "role", origin: `assumeRole (${assumeRole.roleArn})`, role: roleOf(assumeRole, lookup), base };
}

type RoleSettings = Omit<Role, "stsUrl" | "sessionName"> & { sessionName?: string | undefined };

function roleOf(role: RoleSettings, lookup: CredentialLookup): Role {
  return { ...role, sessionName: role.sessionName ?? SESSION_NAME, stsUrl: stsUrl(lookup) };
}
