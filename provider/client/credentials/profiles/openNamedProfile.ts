import { InputError } from "../../../core/errors/InputError.ts";
import { once } from "../../../core/once.ts";
import type { CredentialContext } from "../CredentialContext.ts";
import { namedProfile, profilePath } from "./namedProfile.ts";
import { openProfile } from "./openProfile.ts";
import type { OpenProfile } from "./Profile.ts";
import type { ProfileMode } from "./profileModes.ts";
import { readProfileFile } from "./readProfileFile.ts";

export interface NamedProfile {
  readonly open: OpenProfile;
  readonly mode: ProfileMode;
}

/**
 * Opens the profile that configuration or environment name, when it is first needed and only once.
 *
 * @throws InputError at that moment, when the file cannot be read or has no such profile.
 */
export function openNamedProfile(context: CredentialContext): () => NamedProfile | undefined {
  return once(() => openNow(context));
}

function openNow(context: CredentialContext): NamedProfile | undefined {
  const profile = namedProfile(context);
  if (profile === undefined) return undefined;
  const path = profilePath(context);
  if (path === undefined) {
    const reason = "is not set, and HOME is neither: where are the profiles?";
    throw new InputError([{ property: "sharedCredentialsFile", reason }]);
  }
  const property = context.settings.sharedCredentialsFile ? "sharedCredentialsFile" : profile.setBy;
  const file = readProfileFile(path, property, context.warn);
  return openProfile({ context, file, property: profile.setBy }, profile.name);
}
