import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A package manager, as a project uses it. */
export interface Installer {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  /** Files of the project beside the package.json of its program. */
  readonly files?: Readonly<Record<string, string>>;
  /** Where the program is, below the root. */
  readonly app?: string;
  /** What Node needs to run the program, in the root. */
  readonly nodeArgs?: readonly string[];
  /** What runs the program in place of Node, and an entry point that cannot be used there. */
  readonly runtime?: { readonly program: string; readonly without: string };
}

/** The programs, from npm's registry; npm itself is there. */
export const installerTools = { pnpm: "12.21.0", "@yarnpkg/cli-dist": "4.18.1", bun: "1.4.5" } as const;

const workspace = "packages/app";
// A dependency of Pulumi's has a script, about which pnpm wants to be told.
const pnpmSettings = "allowBuilds:\n  protobufjs: false\n";

const yarnFiles = (nodeLinker: string) => ({
  ".yarnrc.yml": `nodeLinker: ${nodeLinker}\nenableTelemetry: false\nenableGlobalCache: false\nenableImmutableInstalls: false\n`,
  "yarn.lock": "",
});

export const installers: readonly Installer[] = [
  { name: "npm", command: ["npm", "install", "--no-audit", "--no-fund"] },
  {
    name: "npm, hoisted workspace",
    command: ["npm", "install", "--no-audit", "--no-fund"],
    files: { "package.json": JSON.stringify({ private: true, workspaces: [workspace] }) },
    app: workspace,
  },
  { name: "pnpm", command: ["pnpm", "install"], files: { "pnpm-workspace.yaml": pnpmSettings } },
  {
    name: "pnpm, workspace",
    command: ["pnpm", "install"],
    files: {
      "package.json": JSON.stringify({ private: true }),
      "pnpm-workspace.yaml": `packages:\n  - ${workspace}\n${pnpmSettings}`,
    },
    app: workspace,
  },
  { name: "yarn, node_modules", command: ["yarn", "install"], files: yarnFiles("node-modules") },
  {
    name: "yarn, Plug'n'Play",
    command: ["yarn", "install"],
    files: yarnFiles("pnp"),
    nodeArgs: ["--require", "./.pnp.cjs", "--experimental-loader", "./.pnp.loader.mjs"],
  },
  { name: "bun, run by Node", command: ["bun", "install"] },
  {
    name: "bun, run by bun",
    command: ["bun", "install"],
    // "Function serialization is not supported when using bun as a runtime", says Pulumi.
    runtime: { program: "bun", without: "dynamic" },
  },
];

/** Writes the project of an installer; resolves to the folder of its program. */
export function writeProject(root: string, { files = {}, app = "." }: Installer, dependencies: object): string {
  const folder = join(root, app);
  mkdirSync(folder, { recursive: true });
  const manifest = { name: "app", version: "1.0.0", private: true, dependencies };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return folder;
}
