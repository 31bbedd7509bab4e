import type { BackupCriteria } from "./backupStandings.ts";

/** What is asked about the backups of an instance. Durations are milliseconds. */
export interface BackupQuestion extends BackupCriteria {
  readonly maxAge?: number | undefined;
  readonly lookback?: number | undefined;
  readonly minCount?: number | undefined;
  readonly minSize?: number | undefined;
  /** Per cent. */
  readonly maxShrink?: number | undefined;
  readonly noFailureSinceSuccess?: boolean | undefined;
  readonly pin?: string | undefined;
}
