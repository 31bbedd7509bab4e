/** A quick start of the README: the sections that it is spread over, in the order in which a reader meets them. */
export interface Quickstart {
  readonly name: string;
  readonly runtime: "nodejs" | "python" | "go" | "yaml";
  /** Programs that must be on PATH. */
  readonly needs: readonly string[];
  /** Where in a monorepo the program lies; npm then puts packages into the root's node_modules. */
  readonly workspace?: string;
  /** The parts that count for it: a section, and the files and commands in it. */
  readonly parts: readonly Part[];
}

interface Part {
  readonly section: string;
  readonly files?: true;
  /** Which of the section's blocks of commands, from 0; all when absent. */
  readonly commands?: readonly number[];
}

/** The title of the page, where the program stands that the page begins with. */
const top = "pulumi-alicloud-backups";
const firstTypeScript: Part = { section: "TypeScript", files: true, commands: [0] };
const preview: Part = { section: "TypeScript", commands: [1] };
const go = { runtime: "go", needs: ["go"] } as const;

export const quickstarts: readonly Quickstart[] = [
  {
    name: "TypeScript, CommonJS",
    runtime: "nodejs",
    needs: [],
    parts: [{ section: top, files: true }, firstTypeScript, preview],
  },
  {
    name: "TypeScript, ES module",
    runtime: "nodejs",
    needs: [],
    parts: [
      { section: top, files: true },
      firstTypeScript,
      { section: "TypeScript, as an ES module", commands: [0] },
      preview,
    ],
  },
  {
    name: "TypeScript, in a monorepo",
    runtime: "nodejs",
    needs: [],
    workspace: "packages/infrastructure",
    parts: [
      { section: top, files: true },
      { section: "TypeScript", commands: [0] },
      // Two files of one name: the second is that of a monorepo.
      { section: "The plugin", files: true },
      preview,
    ],
  },
  {
    name: "JavaScript",
    runtime: "nodejs",
    needs: [],
    parts: [firstTypeScript, { section: "JavaScript", files: true }, preview],
  },
  {
    name: "Python",
    runtime: "python",
    needs: ["go", "python3"],
    parts: [{ section: "Python", files: true, commands: [0] }, preview],
  },
  { name: "Go", ...go, parts: [{ section: "Go", files: true, commands: [0] }, preview] },
  { name: "YAML", runtime: "yaml", needs: [], parts: [{ section: "YAML", files: true, commands: [0] }, preview] },
];
