import { InputError } from "../../../core/errors/InputError.ts";
import { once } from "../../../core/once.ts";
import type { SourceChoiceContext } from "../SourceChoiceContext.ts";
import { profileName, profilePath } from "./profileName.ts";
import { type ProfileWithMode, profileWithMode } from "./profileWithMode.ts";
import { readProfileFile } from "./readProfileFile.ts";

/**
 * Reads the profile that configuration or environment name, when it is first needed and only once.
 *
 * @throws InputError at that moment, when the file cannot be read or has no such profile.
 */
export function lazyNamedProfile(context: SourceChoiceContext): () => ProfileWithMode | undefined {
  return once(() => readNamedProfile(context));
}

function readNamedProfile(context: SourceChoiceContext): ProfileWithMode | undefined {
  const profile = profileName(context);
  if (profile === undefined) return undefined;
  const path = profilePath(context);
  if (path === undefined) {
    const reason = "is not set, and HOME is neither: where are the profiles?";
    throw new InputError([{ property: "sharedCredentialsFile", reason }]);
  }
  const property = context.settings.sharedCredentialsFile ? "sharedCredentialsFile" : profile.setBy;
  const file = readProfileFile(path, property, context.warn);
  return profileWithMode({ context, file, property: profile.setBy }, profile.name);
}
