import { existsSync } from "node:fs";
import { InputError } from "../../../core/errors/InputError.ts";
import type { CredentialSource } from "../CredentialSource.ts";
import { isVariableTrue } from "../environment.ts";
import type { SourceChoiceContext } from "../SourceChoiceContext.ts";
import { PROFILE_FILE_VARIABLES, profileName, profilePath } from "./profileName.ts";
import { profileWithMode } from "./profileWithMode.ts";
import { readProfileFile } from "./readProfileFile.ts";

/**
 * The CLI's current profile, which the alicloud provider never uses: of a file that is named without a profile, else of the
 * CLI's own file, when there is one and nobody has switched this off.
 */
export function sourceFromCurrentProfile(context: SourceChoiceContext): CredentialSource | undefined {
  const path = profilePath(context);
  if (profileName(context) !== undefined || path === undefined) return undefined;
  const variable = PROFILE_FILE_VARIABLES.find((name) => context.env[name]);
  const setBy = context.settings.sharedCredentialsFile ? "sharedCredentialsFile" : variable;
  if (setBy === undefined && (isVariableTrue(context.env, "ALIBABA_CLOUD_CLI_PROFILE_DISABLED") || !existsSync(path))) {
    return undefined;
  }
  const property = setBy ?? "profile";
  const file = readProfileFile(path, property, context.warn);
  // An empty file says nothing.
  if (file.profiles.size === 0 && setBy === undefined) return undefined;
  if (file.current === undefined) {
    throw new InputError([{ property, reason: `is not set, and ${path} has no current profile: name one` }]);
  }
  const { entry, mode } = profileWithMode({ context, file, property }, file.current);
  return mode.read(entry);
}
