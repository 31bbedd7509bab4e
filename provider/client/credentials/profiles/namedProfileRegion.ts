import { loadZod } from "../../../core/loadZod.ts";
import { once } from "../../../core/once.ts";
import type { ProfileSettings } from "./profileName.ts";
import { profileName, profilePath } from "./profileName.ts";
import { readProfileFile } from "./readProfileFile.ts";

const regionOfProfile = once(() => {
  const z = loadZod();
  return z.looseObject({ region_id: z.string().trim().min(1) });
});

/**
 * The region of the profile that configuration or environment name, whatever its mode and wherever the key comes from,
 * as pulumi-alicloud takes it. The CLI's current profile does not count: nobody has chosen it for this stack.
 *
 * @throws InputError when the file cannot be read.
 */
export function namedProfileRegion(context: ProfileSettings): { name: string; setBy: string } | undefined {
  const profile = profileName(context);
  const path = profilePath(context);
  if (profile === undefined || path === undefined) return undefined;
  // Whoever takes the key from the file warns of its mode.
  const { profiles } = readProfileFile(path, profile.setBy, () => undefined);
  const { data } = regionOfProfile().safeParse(profiles.get(profile.name));
  return data && { name: data.region_id, setBy: `region_id of profile ${profile.name} in ${path}` };
}
