import type { JudgeContext } from "../../core/defineOperation.ts";
import type { Reason } from "../../core/reason.ts";
import { failReason, unknownReason } from "../../core/reason.ts";
import type { TaskStates } from "../../core/taskStates.ts";
import { taskStateReasons } from "../../core/taskStates.ts";

/** How far a backup file has come on its way from OSS into a database. */
export const fileStages = ["downloaded", "checked", "restored"] as const;

type Stage = (typeof fileStages)[number];

const failedStates = ["DownloadFailed", "VerifyFailed", "DeleteFailed", "CheckFailed", "RestoreFailed", "Deleted"];
const statesOf: Readonly<Record<Stage, TaskStates>> = {
  downloaded: {
    good: ["Finished", "CheckSuccess", "Restoring", "Restored"],
    pending: ["NoStart", "Downloading"],
    failed: failedStates,
  },
  checked: {
    good: ["CheckSuccess", "Restoring", "Restored"],
    pending: ["NoStart", "Downloading", "Finished"],
    failed: failedStates,
  },
  restored: {
    good: ["Restored"],
    pending: ["NoStart", "Downloading", "Finished", "CheckSuccess", "Restoring"],
    failed: failedStates,
  },
};

interface File {
  readonly status?: string | undefined;
  readonly isAvailable?: boolean | undefined;
}

/** Why this file has not come as far as the stage, or is of no use. */
export function fileReasons(
  { status, isAvailable }: File,
  { stage = "restored" }: { readonly stage?: Stage | undefined },
  { unreadableFields }: JudgeContext,
): readonly Reason[] {
  const reasons = [...taskStateReasons(statesOf[stage], "status", status)];
  if (unreadableFields.has("isAvailable")) reasons.push(unknownReason("isAvailable", "isAvailable cannot be read"));
  if (isAvailable === false) reasons.push(failReason("isAvailable", "the file is not available"));
  return reasons;
}
