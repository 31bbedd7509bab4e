import { rds } from "../../../sdk/index.ts";

export async function program() {
  const latest = await rds.getLatestBackup({ dbInstanceId: "rm-bp1shop0healthy01", maxAge: "26h" });
  return { latestBackupId: latest.backupId };
}
