import type { Source } from "../Source.ts";
import type { ModeStage } from "./modes.ts";
import type { NamedProfile } from "./openNamedProfile.ts";

/** What the named profile brings at this stage of the order, if anything. A role of its own is assumed later. */
export function sourceFromNamedProfile(profile: NamedProfile | undefined, stage: ModeStage): Source | undefined {
  if (profile?.mode.stage !== stage) return undefined;
  const { mode, open } = profile;
  return mode.key ? mode.key(open) : mode.read(open);
}
