import { InputError } from "../../core/errors/InputError.ts";
import type { CredentialSource } from "./CredentialSource.ts";
import type { ProfileWithMode } from "./profiles/profileWithMode.ts";
import { roleOfAssumeRole } from "./roleSettings.ts";
import type { SourceChoiceContext } from "./SourceChoiceContext.ts";

/**
 * The source itself, or the role that is assumed with its key: that of the setting `assumeRole`, else that of the named
 * profile of mode RamRoleArn, which the alicloud provider assumes with a key from elsewhere, too.
 *
 * @param namedProfile reads the named profile
 */
export function withSettingsOrProfileRole(
  context: SourceChoiceContext,
  base: CredentialSource,
  namedProfile: () => ProfileWithMode | undefined,
): CredentialSource {
  const { assumeRole } = context.settings;
  if (assumeRole !== undefined) {
    const role = roleOfAssumeRole(assumeRole, context);
    return { kind: "role", origin: `assumeRole (${role.roleArn})`, role, base };
  }
  const { mode, entry } = profileBeside(context, namedProfile) ?? {};
  return mode?.role && entry ? { kind: "role", origin: entry.origin, role: mode.role(entry), base } : base;
}

/** A profile that cannot be read is no reason to refuse a key from elsewhere: it says nothing then, as a missing one. */
function profileBeside(
  context: SourceChoiceContext,
  namedProfile: () => ProfileWithMode | undefined,
): ProfileWithMode | undefined {
  try {
    return namedProfile();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    context.warn(error.message);
    return undefined;
  }
}
