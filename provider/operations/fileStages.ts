import type { Judging } from "../core/defineOperation.ts";
import type { Objection } from "../core/objection.ts";
import { fails, unknown } from "../core/objection.ts";
import type { States } from "../core/states.ts";
import { stateObjections } from "../core/states.ts";

/** How far a backup file has come on its way from OSS into a database. */
export const stages = ["downloaded", "checked", "restored"] as const;

type Stage = (typeof stages)[number];

const failed = ["DownloadFailed", "VerifyFailed", "DeleteFailed", "CheckFailed", "RestoreFailed", "Deleted"];
const statesOf: Readonly<Record<Stage, States>> = {
  downloaded: {
    good: ["Finished", "CheckSuccess", "Restoring", "Restored"],
    pending: ["NoStart", "Downloading"],
    failed,
  },
  checked: {
    good: ["CheckSuccess", "Restoring", "Restored"],
    pending: ["NoStart", "Downloading", "Finished"],
    failed,
  },
  restored: {
    good: ["Restored"],
    pending: ["NoStart", "Downloading", "Finished", "CheckSuccess", "Restoring"],
    failed,
  },
};

interface File {
  readonly status?: string | undefined;
  readonly isAvailable?: boolean | undefined;
}

/** Why this file has not come as far as asked, or is of no use. */
export function fileObjections(
  { status, isAvailable }: File,
  { stage = "restored" }: { readonly stage?: Stage | undefined },
  { unreadable }: Judging,
): readonly Objection[] {
  const found = [...stateObjections(statesOf[stage], "status", status)];
  if (unreadable.has("isAvailable")) found.push(unknown("isAvailable", "isAvailable cannot be read"));
  if (isAvailable === false) found.push(fails("isAvailable", "the file is not available"));
  return found;
}
