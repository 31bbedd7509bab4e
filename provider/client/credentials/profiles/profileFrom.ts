import { existsSync } from "node:fs";
import { InputError } from "../../../core/errors/InputError.ts";
import type { CredentialLookup } from "../CredentialLookup.ts";
import type { Source } from "../Source.ts";
import { namedProfile, PROFILE_FILE, profilePath } from "./namedProfile.ts";
import { profileSource } from "./profileSource.ts";
import { readProfileFile } from "./readProfileFile.ts";

/** A profile that the configuration names. The environment completes it: a file without a profile, and the reverse. */
export function profileFromSettings(lookup: CredentialLookup): Source | undefined {
  const { profile, sharedCredentialsFile } = lookup.settings;
  if (profile === undefined && sharedCredentialsFile === undefined) return undefined;
  return open(lookup, namedProfile(lookup)?.name, "profile");
}

/** The named profile; else the CLI's current one, when the CLI was set up and nobody switched this off. */
export function profileFromEnvironment(lookup: CredentialLookup): Source | undefined {
  const profile = namedProfile(lookup);
  if (profile !== undefined) return open(lookup, profile.name, profile.setBy);
  if (lookup.env.ALIBABA_CLOUD_CLI_PROFILE_DISABLED?.toLowerCase() === "true") return undefined;
  const file = PROFILE_FILE.find((name) => lookup.env[name]);
  if (file !== undefined) return open(lookup, undefined, file);
  const path = profilePath(lookup);
  return path !== undefined && existsSync(path) ? open(lookup, undefined, "profile") : undefined;
}

function open(lookup: CredentialLookup, name: string | undefined, property: string): Source {
  const refuse = (wrong: string, reason: string) => new InputError([{ property: wrong, reason }]);
  const path = profilePath(lookup);
  if (path === undefined)
    throw refuse("sharedCredentialsFile", "is not set, and HOME is neither: where are the profiles?");
  const file = readProfileFile(
    path,
    lookup.settings.sharedCredentialsFile ? "sharedCredentialsFile" : property,
    lookup.warn,
  );
  const profileName = name ?? file.current;
  if (profileName === undefined) throw refuse(property, `is not set, and ${path} has no current profile: name one`);
  return profileSource({ lookup, file, property }, profileName);
}
