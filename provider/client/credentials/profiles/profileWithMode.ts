import { InputError } from "../../../core/errors/InputError.ts";
import { nearestWord } from "../../../core/nearestWord.ts";
import type { SourceChoiceContext } from "../SourceChoiceContext.ts";
import { type ProfileEntry, profileSchema } from "./ProfileEntry.ts";
import { type ProfileMode, profileModes, supportedModesText } from "./profileModes.ts";
import type { ProfileFile } from "./readProfileFile.ts";

/** What every profile of one file is read with. */
interface ProfileContext {
  readonly context: SourceChoiceContext;
  readonly file: ProfileFile;
  /** The setting or variable that named the profile: errors are reported for it. */
  readonly property: string;
}

export interface ProfileWithMode {
  readonly entry: ProfileEntry;
  readonly mode: ProfileMode;
}

/** @throws InputError when there is no such profile, or it is malformed. Of its content only names are repeated. */
export function profileWithMode(
  profileContext: ProfileContext,
  name: string,
  above: readonly string[] = [],
): ProfileWithMode {
  const { context, file, property } = profileContext;
  const origin = `profile ${name} in ${file.path}`;
  const refuse = (reason: string) => new InputError([{ property, reason: `${origin} ${reason}` }]);
  if (above.includes(name)) throw refuse("leads back to itself by source_profile");
  if (!file.profiles.has(name)) throw new InputError([{ property, reason: noSuchProfile(name, file) }]);
  const { data: profile, error } = profileSchema().safeParse(file.profiles.get(name));
  if (profile === undefined) {
    const wrong = error.issues.map(({ path }) => path.join(".")).join(", ");
    throw refuse(`lacks what it needs, or has it in the wrong type: ${wrong}`);
  }
  const mode = profileModes.get(profile.mode.toLowerCase());
  if (mode === undefined) throw refuse(`has a mode that this package does not know: known are ${supportedModesText}`);
  const follow = (next: string) => {
    const source = profileWithMode(profileContext, next, [...above, name]);
    return source.mode.read(source.entry);
  };
  return { entry: { profile, name, context, origin, refuse, follow }, mode };
}

function noSuchProfile(name: string, { path, profiles }: ProfileFile): string {
  const names = [...profiles.keys()];
  const nearest = nearestWord(name, names);
  const hint = nearest === undefined ? "" : `: did you mean ${nearest}?`;
  return `there is no profile ${JSON.stringify(name)} in ${path}${hint}; it has ${names.join(", ") || "none"}`;
}
