import { existsSync } from "node:fs";
import { InputError } from "../../../core/errors/InputError.ts";
import type { CredentialLookup } from "../CredentialLookup.ts";
import { isTrue } from "../environment.ts";
import type { Source } from "../Source.ts";
import { namedProfile, PROFILE_FILE, profilePath } from "./namedProfile.ts";
import { openProfile } from "./openProfile.ts";
import { readProfileFile } from "./readProfileFile.ts";

/**
 * The CLI's current profile, which the alicloud provider never uses: of a file that is named without a profile, else of the
 * CLI's own file, when there is one and nobody has switched this off.
 */
export function currentProfile(lookup: CredentialLookup): Source | undefined {
  const path = profilePath(lookup);
  if (namedProfile(lookup) !== undefined || path === undefined) return undefined;
  const variable = PROFILE_FILE.find((name) => lookup.env[name]);
  const setBy = lookup.settings.sharedCredentialsFile ? "sharedCredentialsFile" : variable;
  if (setBy === undefined && (isTrue(lookup.env, "ALIBABA_CLOUD_CLI_PROFILE_DISABLED") || !existsSync(path))) {
    return undefined;
  }
  const property = setBy ?? "profile";
  const file = readProfileFile(path, property, lookup.warn);
  // An empty file says nothing.
  if (file.profiles.size === 0 && setBy === undefined) return undefined;
  if (file.current === undefined) {
    throw new InputError([{ property, reason: `is not set, and ${path} has no current profile: name one` }]);
  }
  const { open, mode } = openProfile({ lookup, file, property }, file.current);
  return mode.read(open);
}
