import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import manifest from "../../package.json" with { type: "json" };
import { projectRoot } from "../projectRoot.ts";

const sbomSchema = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ "bom-ref": z.string() }) }),
  components: z.array(z.looseObject({ "bom-ref": z.string() })),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/**
 * What is in the executable, in CycloneDX: npm's account of the project, cut down to the packages in the bundle (by
 * `name@version`), and Node.
 * The same sources give the same text.
 */
export async function pluginSbom(bundled: ReadonlySet<string>): Promise<string> {
  const args = ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only"];
  const limits = { timeout: 120_000, maxBuffer: 64 * 1024 * 1024, shell: process.platform === "win32" };
  const { stdout } = await promisify(execFile)("npm", args, { cwd: projectRoot, ...limits });
  const whole = sbomSchema.parse(JSON.parse(stdout));
  const root = whole.metadata.component["bom-ref"];

  const components = whole.components.filter((component) => bundled.has(component["bom-ref"]));
  const listed = new Set(components.map((component) => component["bom-ref"]));
  const missing = [...bundled].filter((ref) => !listed.has(ref));
  if (missing.length > 0) throw new Error(`npm's bill of materials lacks ${missing.join(", ")}.`);

  const node = nodeComponent();
  const dependencies = whole.dependencies
    .filter(({ ref }) => ref === root || bundled.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => bundled.has(other)) }))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: ref === root ? [...dependsOn, node["bom-ref"]] : dependsOn }));
  // Both are optional, and would differ from one run to the next.
  const {
    serialNumber: _,
    metadata: { timestamp: __, ...described },
    ...lasting
  } = whole;
  // npm names it by the folder that the project lies in.
  const metadata = { ...described, component: { ...described.component, name: manifest.name } };
  return `${JSON.stringify({ ...lasting, metadata, components: [...components, node], dependencies }, null, 2)}\n`;
}

function nodeComponent() {
  const version = process.versions.node;
  return {
    "bom-ref": `node@${version}`,
    type: "platform",
    name: "node",
    version,
    scope: "required",
    purl: `pkg:generic/node@${version}`,
    licenses: [{ license: { id: "MIT" } }],
  };
}
