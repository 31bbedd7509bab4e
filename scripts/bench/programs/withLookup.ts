import { rds } from "../../../sdk/index.ts";
import { instances, ONE_PAGE } from "../data/backupLists.ts";

/** A program with one lookup. */
export function program() {
  const latest = rds.getLatestBackupOutput({ dbInstanceId: instances.hourly(ONE_PAGE) });
  return Promise.resolve({ latestBackupId: latest.backupId });
}
