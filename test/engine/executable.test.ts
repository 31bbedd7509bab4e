import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { ownExecutable } from "../../scripts/plugin/ownExecutable.ts";
import { packTarball } from "../../scripts/plugin/packTarball.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { startCliProject } from "../support/engine/engineCli.ts";
import { describeWithEngine, engineFolder } from "../support/engine/engineTests.ts";
import { healthy, latestHealthyBackup } from "../support/plugin/pluginScene.ts";

const pulumiYaml = `name: without-node
runtime: yaml
variables:
  latest:
    fn::invoke:
      function: alicloud-backups:rds:getLatestBackup
      arguments:
        dbInstanceId: ${healthy}
outputs:
  id: \${latest.backupId}
`;

describeWithEngine("the released tarball", () => {
  test("is what pulumi plugin install takes; a program without a plugins block then runs, and no Node is on PATH", async () => {
    const folder = await mkdtemp(join(tmpdir(), "alicloud-backups-tarball-"));
    await using emulator = await startEmulator();
    await using project = await startCliProject(pulumiYaml, emulator, { PATH: engineFolder() });
    try {
      const executable = await ownExecutable();
      const file = join(folder, "plugin.tar.gz");
      await packTarball({ file, folder: dirname(executable), files: [basename(executable)], level: 1 });
      const { version } = JSON.parse(await readFile(join(projectRoot, "package.json"), "utf8"));

      const installed = await project.pulumi(
        "plugin",
        "install",
        "resource",
        "alicloud-backups",
        version,
        "--file",
        file,
      );
      expect(installed.code, installed.output).toBe(0);

      const { code, output } = await project.preview();
      expect(output).toContain(latestHealthyBackup);
      expect(output).not.toContain("warning");
      expect(code).toBe(0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
