import type { CredentialSource } from "../CredentialSource.ts";
import type { ModeStage } from "./profileModes.ts";
import type { ProfileWithMode } from "./profileWithMode.ts";

/** What the named profile brings at this stage of the order, if anything. A role of its own is assumed later. */
export function baseSourceFromNamedProfile(
  profile: ProfileWithMode | undefined,
  stage: ModeStage,
): CredentialSource | undefined {
  if (profile?.mode.stage !== stage) return undefined;
  const { mode, entry } = profile;
  return mode.key ? mode.key(entry) : mode.read(entry);
}
