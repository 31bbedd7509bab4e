import { entryPoints } from "./entryPoints.ts";
import { keptDependencies } from "./keptDependencies.ts";

/** What the published package takes over of the project's package.json as it stands there. */
const SAME = [
  "name",
  "version",
  "description",
  "license",
  "keywords",
  "repository",
  "engines",
  "pulumi",
  "peerDependencies",
] as const;

export interface ProjectManifest extends Readonly<Record<(typeof SAME)[number], unknown>> {
  readonly dependencies: Readonly<Record<string, string>>;
}

/** The package.json of the published package. `main`, `types` and the names of the files serve what knows no `exports`. */
export function publishedManifest(project: ProjectManifest): object {
  const exported = entryPoints.map(({ subpath, file }) => [
    subpath,
    { types: `./${file}.d.ts`, default: `./${file}.js` },
  ]);
  return {
    ...Object.fromEntries(SAME.map((key) => [key, project[key]])),
    type: "commonjs",
    // Pulumi starts the plugin as a file: Yarn's Plug'n'Play would leave it in an archive.
    preferUnplugged: true,
    main: "./index.js",
    types: "./index.d.ts",
    bin: { "pulumi-alicloud-backups": "provider/bin/pulumi-alicloud-backups" },
    exports: { ...Object.fromEntries(exported), "./package.json": "./package.json" },
    dependencies: Object.fromEntries(keptDependencies.map((name) => [name, project.dependencies[name]])),
  };
}
