import { InputError } from "../../../core/errors/InputError.ts";
import { suggest } from "../../../core/suggest.ts";
import type { Look } from "../Look.ts";
import type { Source } from "../Source.ts";
import { knownModes, modes } from "./modes.ts";
import { profileSchema } from "./Profile.ts";
import type { ProfileFile } from "./readProfileFile.ts";

/** What profiles are read with. */
interface Profiles {
  readonly look: Look;
  readonly file: ProfileFile;
  /** The setting or variable that chose the profile: what is wrong is said of that. */
  readonly property: string;
}

/** @throws InputError when there is no such profile, or it lacks something. Of its content only names are repeated. */
export function profileSource(profiles: Profiles, name: string, above: readonly string[] = []): Source {
  const { look, file, property } = profiles;
  const place = `profile ${name} in ${file.path}`;
  const refuse = (reason: string) => new InputError([{ property, reason: `${place} ${reason}` }]);
  if (above.includes(name)) throw refuse("leads back to itself by source_profile");
  if (!file.profiles.has(name)) throw new InputError([{ property, reason: noSuchProfile(name, file) }]);
  const { data: profile, error } = profileSchema.safeParse(file.profiles.get(name));
  if (profile === undefined) {
    const wrong = error.issues.map(({ path }) => path.join(".")).join(", ");
    throw refuse(`lacks what it needs, or has it in the wrong type: ${wrong}`);
  }
  const read = modes.get(profile.mode.toLowerCase());
  if (read === undefined) throw refuse(`has a mode that this package does not know: known are ${knownModes}`);
  const follow = (next: string) => profileSource(profiles, next, [...above, name]);
  return read({ profile, name, look, place, refuse, follow });
}

function noSuchProfile(name: string, { path, profiles }: ProfileFile): string {
  const known = [...profiles.keys()];
  const nearest = suggest(name, known);
  const hint = nearest === undefined ? "" : `: did you mean ${nearest}?`;
  return `there is no profile ${JSON.stringify(name)} in ${path}${hint}; it has ${known.join(", ") || "none"}`;
}
