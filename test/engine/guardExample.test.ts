import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

describeWithEngine("examples/guard-a-stack", () => {
  test("a bigger instance, with a fresh backup and with one of three days ago", async () => {
    const program = new URL("./programs/guardAStack.ts", import.meta.url);
    await using project = await startGuarded(emulator, { program });
    expect(await project.up()).toMatchObject({ succeeded: true });
    expect(project.cloud.ids).toEqual([healthy, `${healthy}:orders`]);

    await appendFile(join(project.path, "Pulumi.test.yaml"), 'config:\n  inline:instanceType: "mysql.n4.large.1"\n');
    emulator.age({ subject: healthy }, 3 * day);
    for (const { succeeded, output, events } of [await project.preview(), await project.up()]) {
      expect(succeeded, output).toBe(false);
      expect(output).toContain(`${healthy} (cn-hangzhou): no good backup`);
      expect(events.touched()).toEqual(expect.objectContaining({ shop: "update" }));
    }
    emulator.repeat({ subject: healthy, where: { BackupMethod: "Physical" } });
    const up = await project.up();
    expect(up.succeeded, up.output).toBe(true);
    expect(project.cloud.calls.slice(2)).toEqual([{ method: "update", name: "shop", id: healthy }]);
  });
});
