import { InputError } from "../../core/errors/InputError.ts";
import type { CredentialContext } from "./CredentialContext.ts";
import type { CredentialSource } from "./CredentialSource.ts";
import type { NamedProfile } from "./profiles/openNamedProfile.ts";
import { assumedRoleOf } from "./roleSettings.ts";

/**
 * The source itself, or the role that is assumed with its key: that of the setting `assumeRole`, else that of the named
 * profile of mode RamRoleArn, which the alicloud provider assumes with a key from elsewhere, too.
 *
 * @param profile opens the named profile
 */
export function assumedRole(
  context: CredentialContext,
  base: CredentialSource,
  profile: () => NamedProfile | undefined,
): CredentialSource {
  const { assumeRole } = context.settings;
  if (assumeRole !== undefined) {
    const role = assumedRoleOf(assumeRole, context);
    return { kind: "role", origin: `assumeRole (${role.roleArn})`, role, base };
  }
  const { mode, open } = profileBeside(context, profile) ?? {};
  return mode?.role && open ? { kind: "role", origin: open.origin, role: mode.role(open), base } : base;
}

/** A profile that cannot be read is no reason to refuse a key from elsewhere: it says nothing then, as a missing one. */
function profileBeside(context: CredentialContext, profile: () => NamedProfile | undefined): NamedProfile | undefined {
  try {
    return profile();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    context.warn(error.message);
    return undefined;
  }
}
