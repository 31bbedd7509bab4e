import { rds } from "../../../sdk/index.ts";

export async function program() {
  const backup = await rds.getBackup({ dbInstanceId: "rm-bp1shop0healthy01", backupId: "404404" });
  return { status: backup.backupStatus };
}
