import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startCliProject } from "../support/engine/engineCli.ts";
import { installPackage } from "../support/engine/engineInstall.ts";
import { startProgram } from "../support/engine/engineProgram.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy, latestHealthyBackup } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const pulumiYaml = `name: another-project
runtime: yaml
plugins:
  providers:
    - name: alicloud-backups
      path: node_modules/pulumi-alicloud-backups/provider/bin
variables:
  latest:
    fn::invoke:
      function: alicloud-backups:rds:getLatestBackup
      arguments:
        dbInstanceId: ${healthy}
outputs:
  id: \${latest.backupId}
`;

describeWithEngine("installed from its tarball in another project", () => {
  test("the plugin is found where the README says, and answers", async () => {
    await using project = await startCliProject(pulumiYaml, emulator);
    await installPackage(project.path);

    const { code, output } = await project.preview();
    expect(output).toContain(latestHealthyBackup);
    expect(code).toBe(0);
  });

  test("a dynamic gate loads the package when it runs, and holds next to nothing itself", async () => {
    await using project = await startProgram(new URL("./programs/dynamicGate.ts", import.meta.url), emulator);
    await installPackage(project.path);

    expect((await project.up()).output).toContain(latestHealthyBackup);
    const { gate } = await project.state();
    expect(JSON.stringify(gate?.outputs.__provider).length).toBeLessThan(2000);

    emulator.age({ subject: healthy }, 3 * day);
    const refused = await project.preview();
    expect(refused.succeeded).toBe(false);
    expect(refused.output).toContain("older than 26h");
  });
});
