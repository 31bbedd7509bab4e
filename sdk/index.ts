/** Read Alibaba Cloud database backups from a Pulumi program, and stop a deployment that has no good one. */
import * as dbs from "./generated/dbs/index.ts";
import * as rds from "./generated/rds/index.ts";

export { alicloudProviderArgs } from "./alicloudProviderArgs.ts";
export { type BackupHookArgs, backupHook } from "./backupHook.ts";
export { Provider, type ProviderArgs } from "./generated/provider.ts";
export type { AssumeRole, AssumeRoleWithOidc, Endpoints, Override, Reason } from "./generated/types.ts";
export { type GuardArgs, type Guarded, guardDatabases } from "./guardDatabases.ts";
export { type RamName, type RamPolicy, ramPolicy } from "./ramPolicy.ts";
export { dbs, rds };
