import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startGuarded } from "../standin/startGuarded.ts";
import { describeWithEngine } from "../support/engineTests.ts";
import { day, healthy, stale } from "../support/pluginScene.ts";

const shop = { type: "Instance", name: "shop", args: { engine: "MySQL", engineVersion: "8.0", instanceType: "x", instanceStorage: 50, instanceName: healthy, zoneId: "cn-hangzhou-h" } } as const;
const wiki = { type: "Instance", name: "wiki", args: { engine: "PostgreSQL", engineVersion: "16.0", instanceType: "x", instanceStorage: 50, instanceName: stale, zoneId: "cn-hangzhou-h" } } as const;

describeWithEngine("guardDatabases", () => {
  test("smoke", async () => {
    await using emulator = await startEmulator();
    const guard = { maxAge: "26h" };
    await using project = await startGuarded(emulator, { scene: { guard, resources: [shop, wiki] } });
    const first = await project.up();
    console.log(first.output, project.cloud.calls, emulator.requests().length);
    project.write({guard, resources: [{...shop, args: {...shop.args, port: "3307"}}, {...wiki, args: {...wiki.args, port: "3307"}}]});
    const second = await project.preview();
    console.log(second.output, second.events.touched());
    const third = await project.up();
    console.log(third.output, third.events.touched(), project.cloud.calls);
    project.write({guard, resources: [shop]});
    const f = await project.preview();
    console.log(f.output, f.events.touched());
    const g = await project.up();
    console.log(g.output, g.events.touched(), project.cloud.calls);
    for (const x of [await project.destroy(), await project.destroyRunningProgram()])
    console.log(x.output, x.events.touched(), project.cloud.calls);
    project.write({guard, resources: []});
    const h = await project.preview();
    console.log(h.output, h.events.touched());
  });
});
