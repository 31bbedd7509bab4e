import { existsSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../../core/errors/InputError.ts";
import { fromEnvironment } from "../../settings.ts";
import type { Look } from "../Look.ts";
import type { Source } from "../Source.ts";
import { profileSource } from "./profileSource.ts";
import { readProfileFile } from "./readProfileFile.ts";

const NAME = ["ALICLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE"] as const;
const FILE = ["ALICLOUD_SHARED_CREDENTIALS_FILE", "ALIBABA_CLOUD_CREDENTIALS_FILE"] as const;

/** The configuration says which profile, or which file: what it does not say is taken from the environment. */
export function profileFromSettings(look: Look): Source | undefined {
  const { profile, sharedCredentialsFile } = look.settings;
  if (profile === undefined && sharedCredentialsFile === undefined) return undefined;
  return open(look, profile ?? fromEnvironment(look.env, NAME), "profile");
}

/** The named profile; else the CLI's current one, when the CLI was set up and nobody switched this off. */
export function profileFromEnvironment(look: Look): Source | undefined {
  const property = NAME.find((name) => look.env[name]);
  if (property !== undefined) return open(look, look.env[property], property);
  if (look.env.ALIBABA_CLOUD_CLI_PROFILE_DISABLED?.toLowerCase() === "true") return undefined;
  const file = FILE.find((name) => look.env[name]);
  if (file !== undefined) return open(look, undefined, file);
  const path = pathOf(look);
  return path !== undefined && existsSync(path) ? open(look, undefined, "profile") : undefined;
}

function open(look: Look, name: string | undefined, property: string): Source {
  const refuse = (wrong: string, reason: string) => new InputError([{ property: wrong, reason }]);
  const path = pathOf(look);
  if (path === undefined)
    throw refuse("sharedCredentialsFile", "is not set, and HOME is neither: where are the profiles?");
  const file = readProfileFile(
    path,
    look.settings.sharedCredentialsFile ? "sharedCredentialsFile" : property,
    look.warn,
  );
  const chosen = name ?? file.current;
  if (chosen === undefined) throw refuse(property, `is not set, and ${path} has no current profile: name one`);
  return profileSource({ look, file, property }, chosen);
}

function pathOf({ settings, env }: Look): string | undefined {
  const home = env.HOME || env.USERPROFILE;
  const usual = home && join(home, ".aliyun", "config.json");
  const given = settings.sharedCredentialsFile ?? fromEnvironment(env, FILE) ?? usual;
  return given && home ? given.replace(/^~(?=\/)/, home) : given;
}
