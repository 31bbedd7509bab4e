import type { Emulator, NumberedFault } from "../../../emulator/index.ts";
import type { JsonObject } from "../../../provider/core/json.ts";
import { SHOP } from "../fixtures/backups.ts";
import { BILL, ERP, PLAN } from "../fixtures/tasks.ts";
import { call, failure, openSession } from "./lookups.ts";

/** The arguments that say whose rows a function reads, by what it lists. */
const subjects: Readonly<Record<string, JsonObject>> = {
  Backup: { dbInstanceId: SHOP },
  MigrateTask: { dbInstanceId: ERP },
  OssDownload: { dbInstanceId: ERP, migrateTaskId: "1" },
  DownloadTask: { dbInstanceId: BILL },
  BackupSetDownloadTask: { backupPlanId: PLAN },
};

export const listFunctions = Object.keys(subjects).map((entity) => `get${entity}s`);

/** What a function ends in while every reply is a case of the emulator's catalogue: outputs, or the text of an error. */
export async function endOf(
  emulator: Emulator,
  fault: Pick<NumberedFault, "number" | "variant" | "times">,
  name: string,
  args: JsonObject = {},
): Promise<JsonObject | string> {
  emulator.inject({ kind: "case", times: "always", ...fault });
  const entity = Object.keys(subjects)
    .filter((key) => name.includes(key))
    .sort((a, b) => b.length - a.length)[0];
  const running = call(openSession(emulator), name, { ...subjects[entity ?? "Backup"], ...args });
  return await running.catch(async () => (await failure(running)).message);
}
