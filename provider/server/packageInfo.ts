import manifest from "../../package.json" with { type: "json" };

export const packageName = "alicloud-backups";
export const packageVersion: string = manifest.version;

/** Where Pulumi downloads the plugin: `server` in package.json, where SDKs for Node look, too. Not set before a release. */
const { server }: { readonly name: string; readonly server?: string } = manifest.pulumi;
export const pluginDownload = server === undefined ? {} : { pluginDownloadURL: server };

export function tokenOf(module: string, name: string): string {
  return `${packageName}:${module}:${name}`;
}
