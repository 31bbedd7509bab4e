import type { CredentialSource } from "../CredentialSource.ts";
import type { NamedProfile } from "./openNamedProfile.ts";
import type { ModeStage } from "./profileModes.ts";

/** What the named profile brings at this stage of the order, if anything. A role of its own is assumed later. */
export function sourceFromNamedProfile(
  profile: NamedProfile | undefined,
  stage: ModeStage,
): CredentialSource | undefined {
  if (profile?.mode.stage !== stage) return undefined;
  const { mode, open } = profile;
  return mode.key ? mode.key(open) : mode.read(open);
}
