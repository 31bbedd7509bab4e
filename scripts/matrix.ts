// npm run matrix: the packed package in projects as users have them. The last line counts the cells.
import { join } from "node:path";
import { checkHabitat } from "./matrix/checkHabitat.ts";
import { checkInstaller } from "./matrix/checkInstaller.ts";
import { compilerIn, compilerVersions } from "./matrix/compilers.ts";
import { installPackage, installTools } from "./matrix/install.ts";
import { installers, installerTools } from "./matrix/installers.ts";
import { resolutions } from "./matrix/resolutions.ts";
import { tellHabitat, tellOutcome } from "./matrix/tellHabitat.ts";
import { nodeVersions, sdkVersions } from "./matrix/versions.ts";

const nodes = await Promise.all(
  nodeVersions.map(async (version) =>
    join(await installTools(`node-${version}`, { node: version }), "node_modules/node/bin/node"),
  ),
);
const compilers = Object.fromEntries(
  compilerVersions.map((version) => [`typescript-${version}`, `npm:typescript@${version}`]),
);

const count = { passed: 0, failed: 0, unknown: 0 };

const tools = await installTools("installers", installerTools);
console.log(`Installers, @pulumi/pulumi ${sdkVersions[1]}`);
for (const installer of installers) {
  const problems = await checkInstaller(installer, { tools, sdk: sdkVersions[1], nodes });
  tellOutcome(installer.name, problems.length === 0 ? "ok" : "FAIL", problems);
  count[problems.length === 0 ? "passed" : "failed"] += 1;
}

for (const sdk of sdkVersions) {
  const project = await installPackage(`sdk-${sdk}`, { "@pulumi/pulumi": sdk, ...compilers });
  console.log(`\n@pulumi/pulumi ${sdk}, Node ${nodeVersions.join(" and ")}`);
  for (const version of compilerVersions) {
    const compiler = compilerIn(join(project, `node_modules/typescript-${version}`), version);
    for (const resolution of resolutions) {
      const cells = await checkHabitat({ project, compiler, resolution, nodes });
      tellHabitat(`TypeScript ${version}  ${resolution.name}`, cells);
      for (const { outcome } of cells) count[outcome] += 1;
    }
  }
}
console.log(
  `\n${count.passed} cells passed, ${count.failed} failed; ${count.unknown} that a compiler does not know are not counted.`,
);
process.exitCode = count.failed === 0 ? 0 : 1;
