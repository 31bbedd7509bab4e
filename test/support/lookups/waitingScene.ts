import { type FieldChanges, startEmulator } from "../../../emulator/index.ts";
import type { JsonObject } from "../../../provider/core/json.ts";
import { backup, iso, NOW, SHOP } from "../fixtures/backups.ts";
import { ERP, migrateTask } from "../fixtures/tasks.ts";
import { type EvaluationChanges, evaluateGate } from "./gates.ts";
import { openSession, type TestSession } from "./lookups.ts";

export type WaitingScene = Awaited<ReturnType<typeof startWaitingScene>>;

/** Gates that wait, each look of which is one request and nothing twice, and a service whose time goes on as they sleep. Nothing takes real time. */
export async function startWaitingScene() {
  let session: TestSession | undefined;
  let meanwhile: readonly ((() => void) | undefined)[] = [];
  const now = () => session?.host.now() ?? NOW;
  const emulator = await startEmulator({ seeds: [], clock: { now }, modes: { timestamps: "unchecked" } });
  const current = () => (session ??= openSession(emulator, { onSleep, settings: { maxRetryTimeout: 0 } }));
  const onSleep = () => meanwhile[current().host.sleeps.length]?.();

  return {
    emulator,
    session: current,
    reset(): void {
      session = undefined;
      meanwhile = [];
      emulator.reset();
    },
    /** What happens elsewhere during the first pause, the second and so on. */
    meanwhile(...happens: readonly ((() => void) | undefined)[]): void {
      meanwhile = happens;
    },
    /** A backup that begins now and is over. */
    makeBackup(id: string, changes: FieldChanges = {}): void {
      emulator.add(backup(id, 0, { BackupStartTime: iso(now()), BackupEndTime: iso(now()), ...changes }));
    },
    backupGate(more: JsonObject = {}, changes: EvaluationChanges = {}) {
      const given = { dbInstanceId: SHOP, maxAge: "26h", waitFor: "2h", ...more };
      return evaluateGate(current(), "BackupGate", given, changes);
    },
    /** The gate of a task that runs, or is in another state, and becomes something else after so many seconds. */
    taskGate(seconds: number, becomes: JsonObject, more: JsonObject = {}, state = "Running") {
      const running = migrateTask("1", 1, { Status: state, EndTime: "" });
      emulator.add({ ...running, timeline: [{ after: seconds * 1000, set: becomes }] });
      const given = { dbInstanceId: ERP, migrateTaskId: "1", waitFor: "2h", ...more };
      return evaluateGate(current(), "MigrateTaskGate", given);
    },
  };
}
