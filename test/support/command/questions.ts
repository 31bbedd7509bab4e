import type { Verdict } from "../../../provider/lookups/verdict.ts";

/** `erp-migrate01` of the seeds is in the middle of a migration. */
const migration = ["--db-instance-id", "rm-bp1erp00migrate01", "--migrate-task-id"];
const download = ["--db-instance-id", "rm-bp1bill00export01", "--task-id"];
const plan = ["--backup-plan-id", "dbs1shop0plan01"];

interface Question {
  readonly operation: string;
  /** What the seeds answer. */
  readonly verdict: Exclude<Verdict, "unknown">;
  readonly args: readonly string[];
}

/** What `check` is asked of the emulator's seeds: every verdict that an operation has. A backup is never pending. */
export const questions: readonly Question[] = [
  { operation: "backup", verdict: "pass", args: ["--db-instance-id", "rm-bp1shop0healthy01", "--max-age", "26h"] },
  { operation: "backup", verdict: "fail", args: ["--db-instance-id", "rm-bp1wiki00stale001", "--max-age", "26h"] },
  { operation: "migrate-task", verdict: "pass", args: [...migration, "564522107"] },
  { operation: "migrate-task", verdict: "fail", args: [...migration, "564522097"] },
  { operation: "migrate-task", verdict: "pending", args: [...migration, "564522140"] },
  { operation: "oss-download", verdict: "pass", args: [...migration, "564522107"] },
  { operation: "oss-download", verdict: "fail", args: [...migration, "564522097"] },
  { operation: "oss-download", verdict: "pending", args: [...migration, "564522140"] },
  { operation: "download-task", verdict: "pass", args: [...download, "dt-e5h0tznc2p7w"] },
  { operation: "download-task", verdict: "fail", args: [...download, "dt-b3x8nrlt5v0d"] },
  { operation: "download-task", verdict: "pending", args: [...download, "dt-f2j7ugxd4r6y"] },
  { operation: "backup-set-download-task", verdict: "pass", args: plan },
  {
    operation: "backup-set-download-task",
    verdict: "fail",
    args: [...plan, "--backup-set-download-task-id", "dbstooi01a1q"],
  },
  {
    operation: "backup-set-download-task",
    verdict: "pending",
    args: [...plan, "--backup-set-download-task-id", "dbstooi01u0w"],
  },
];
