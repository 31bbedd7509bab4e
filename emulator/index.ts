/** A local Alibaba Cloud endpoint for tests: see `emulator/README.md`. */
export type { Clock } from "./clock.ts";
export { type Credential, demoCredentials } from "./credentials.ts";
export type { Emulator, EmulatorControl, EmulatorOptions } from "./Emulator.ts";
export type { NumberedFault } from "./faults/catalogue/numberedFault.ts";
export type { Fault } from "./faults/fault.ts";
export type { FaultScope } from "./faults/faultScope.ts";
export type { ListedCase } from "./faults/listCatalogue.ts";
export {
  type BackupSetDownloadTaskValues,
  type BackupValues,
  backupRecord,
  backupSetDownloadTaskRecord,
  type DownloadTaskValues,
  downloadTaskRecord,
  type MigrateTaskValues,
  migrateTaskRecord,
  type OssDownloadValues,
  ossDownloadRecord,
} from "./generated/records.ts";
export type { TlsIdentity } from "./Listener.ts";
export type { ModeChanges, Modes } from "./modes.ts";
export type { ReceivedRequest } from "./receivedRequest.ts";
export type { EmulatorRecord, FieldChanges, RecordSelector } from "./records/record.ts";
export type { Seed } from "./seed.ts";
export { seeds } from "./seeds/index.ts";
export { startEmulator } from "./startEmulator.ts";
