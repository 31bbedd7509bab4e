import manifest from "../../package.json" with { type: "json" };

export const packageName = "alicloud-backups";
export const packageVersion: string = manifest.version;

export function token(module: string, name: string): string {
  return `${packageName}:${module}:${name}`;
}
