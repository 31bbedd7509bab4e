import { rds } from "../../../sdk/index.ts";

/** The same program, which loads as much, without the lookup. */
export function program() {
  return Promise.resolve({ latestBackupId: typeof rds.getLatestBackupOutput });
}
