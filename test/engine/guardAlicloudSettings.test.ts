import { expect, test } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import { cliProject } from "../support/engine/engineCli.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { refusals, tooOld } from "../support/engine/refusals.ts";
import { instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const guard = { maxAge: "26h", alicloudSettings: true };
const wiki = instance("wiki", stale);
const { accessKey, secretKey } = demoCredentials.owner;
/** What emulatorVariables() says, for another package: only the stack's configuration is left. */
const nothing = { ALICLOUD_REGION: "", ALICLOUD_ACCESS_KEY: "", ALICLOUD_SECRET_KEY: "", RDS_ENDPOINT: "" };

describeWithEngine("a guard in a stack that has alicloud: settings and no others", () => {
  test("looks with them, also when the stack is destroyed, and its provider with it", async () => {
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki] }, variables: nothing });
    const plain = ["alicloud:region=cn-hangzhou", `alicloud:endpoints=[{"rds":"${emulator.url}"}]`];
    const secret = [`alicloud:accessKey=${accessKey}`, `alicloud:secretKey=${secretKey}`];
    const flags = [...plain.flatMap((each) => ["--plaintext", each]), ...secret.flatMap((each) => ["--secret", each])];
    await cliProject(project, {}).pulumi("config", "set-all", ...flags);
    await project.up();

    project.write({ guard, resources: [instance("wiki", stale, { instanceStorage: 100 })] });
    const changed = await project.preview();
    expect(changed.events.told("error"), changed.output).toEqual(refusals("preview", { wiki: tooOld }));

    const refused = await project.destroyRunningProgram();
    expect(refused.events.told("error"), refused.output).toEqual(refusals("update", { wiki: tooOld }));
    expect(project.cloud.ids).toEqual([stale]);

    emulator.repeat({ subject: stale });
    const allowed = await project.destroyRunningProgram();
    expect(allowed.succeeded, allowed.output).toBe(true);
    expect(project.cloud.ids).toEqual([]);
    expect(await project.deployed()).toEqual({});
  });
});
