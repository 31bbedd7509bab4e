import { LatestBackup } from "../../../provider/dynamic/index.ts";

/** The same lookup without a plugin. */
export function program() {
  const latest = new LatestBackup("latest", { dbInstanceId: "rm-bp1shop0healthy01", maxAge: "26h" });
  return Promise.resolve({ latestBackupId: latest.backupId });
}
