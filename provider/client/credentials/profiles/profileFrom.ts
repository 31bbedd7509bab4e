import { existsSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../../core/errors/InputError.ts";
import { fromEnvironment } from "../../settings.ts";
import type { CredentialLookup } from "../CredentialLookup.ts";
import type { Source } from "../Source.ts";
import { profileSource } from "./profileSource.ts";
import { readProfileFile } from "./readProfileFile.ts";

const NAME = ["ALICLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE"] as const;
const FILE = ["ALICLOUD_SHARED_CREDENTIALS_FILE", "ALIBABA_CLOUD_CREDENTIALS_FILE"] as const;

/** A profile that the configuration names. The environment completes it: a file without a profile, and the reverse. */
export function profileFromSettings(lookup: CredentialLookup): Source | undefined {
  const { profile, sharedCredentialsFile } = lookup.settings;
  if (profile === undefined && sharedCredentialsFile === undefined) return undefined;
  return open(lookup, profile ?? fromEnvironment(lookup.env, NAME), "profile");
}

/** The named profile; else the CLI's current one, when the CLI was set up and nobody switched this off. */
export function profileFromEnvironment(lookup: CredentialLookup): Source | undefined {
  const property = NAME.find((name) => lookup.env[name]);
  if (property !== undefined) return open(lookup, lookup.env[property], property);
  if (lookup.env.ALIBABA_CLOUD_CLI_PROFILE_DISABLED?.toLowerCase() === "true") return undefined;
  const file = FILE.find((name) => lookup.env[name]);
  if (file !== undefined) return open(lookup, undefined, file);
  const path = pathOf(lookup);
  return path !== undefined && existsSync(path) ? open(lookup, undefined, "profile") : undefined;
}

function open(lookup: CredentialLookup, name: string | undefined, property: string): Source {
  const refuse = (wrong: string, reason: string) => new InputError([{ property: wrong, reason }]);
  const path = pathOf(lookup);
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

function pathOf({ settings, env }: CredentialLookup): string | undefined {
  const home = env.HOME || env.USERPROFILE;
  const defaultPath = home && join(home, ".aliyun", "config.json");
  const path = settings.sharedCredentialsFile ?? fromEnvironment(env, FILE) ?? defaultPath;
  return path && home ? path.replace(/^~(?=\/)/, home) : path;
}
