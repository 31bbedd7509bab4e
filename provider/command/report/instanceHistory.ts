import type { Verdict } from "../../lookups/verdict.ts";
import type { BackupMark } from "./backupMark.ts";
import type { TaskCount } from "./taskCounts.ts";

/** All that the page shows of one instance. */
export interface InstanceHistory {
  readonly id: string;
  readonly region: string | undefined;
  readonly verdict: Verdict;
  /** The report of the verdict. */
  readonly report: string;
  readonly from: number;
  readonly now: number;
  /** Newest first. */
  readonly marks: readonly BackupMark[];
  readonly maxAge: number | undefined;
  readonly maxShrink: number | undefined;
  readonly tasks: readonly TaskSection[];
  /** What could not be read, in one line each: without it the picture is not whole. */
  readonly readFailures: readonly string[];
}

export interface TaskSection {
  /** `migrate tasks`, or `migrate tasks of the last 7d` where the service remembers no more. */
  readonly title: string;
  readonly counts: readonly TaskCount[];
}
