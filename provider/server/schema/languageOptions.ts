import { packageName } from "../packageInfo.ts";

/** Where the source is kept; the import path of the Go SDK begins with it. */
export const repository = "github.com/pulumi-alicloud-backups/pulumi-alicloud-backups";

/** The case of each part of a token in C#, where the generator would write `Alicloudbackups`. */
const namespaces = { [packageName]: "AlicloudBackups", rds: "Rds", dbs: "Dbs" };

/**
 * What the SDKs of each language are called. Every one of them names the plugin's version: an SDK and a plugin of
 * different versions would not know each other's arguments.
 */
export const languageOptions = {
  nodejs: { packageName: "pulumi-alicloud-backups", respectSchemaVersion: true },
  python: { packageName: "pulumi_alicloud_backups", pyproject: { enabled: true }, respectSchemaVersion: true },
  go: { importBasePath: `${repository}/sdk/go/alicloudbackups`, respectSchemaVersion: true },
  csharp: { rootNamespace: "Pulumi", namespaces, respectSchemaVersion: true },
  java: { basePackage: "com.pulumi", buildFiles: "gradle" },
};
