import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startGuarded } from "../standin/startGuarded.ts";
import { describeWithEngine } from "../support/engineTests.ts";
import { day, healthy, stale } from "../support/pluginScene.ts";

const shop = { type: "Instance", name: "shop", args: { instanceName: healthy, zoneId: "cn-hangzhou-h" } } as const;
const wiki = { type: "Instance", name: "wiki", args: { instanceName: stale, zoneId: "cn-hangzhou-h" } } as const;

describeWithEngine("guardDatabases", () => {
  test("smoke", async () => {
    await using emulator = await startEmulator();
    const guard = { maxAge: "26h" };
    await using project = await startGuarded(emulator, { scene: { guard, resources: [shop, wiki] } });
    const first = await project.up();
    console.log(first.output, project.cloud.calls, emulator.requests().length);
    project.write({guard, resources: [{...shop, args: {...shop.args, port: "3307"}}, {...wiki, args: {...wiki.args, port: "3307"}}]});
    const second = await project.preview();
    console.log(second.output, second.events.touched(), second.events.messages());
    const third = await project.up();
    console.log(third.output, third.events.touched(), third.events.messages(), project.cloud.calls);
    project.write({guard, resources: [shop]});
    const f = await project.preview();
    console.log(f.output, f.events.touched(), f.events.messages());
    const g = await project.up();
    console.log(g.output, g.events.touched(), g.events.messages(), project.cloud.calls);
    for (const x of [await project.destroy(), await project.destroyRunningProgram()])
    console.log(x.output, x.events.touched(), x.events.messages(), project.cloud.calls);
    project.write({guard, resources: []});
    const h = await project.preview();
    console.log(h.output, h.events.touched(), h.events.messages());
  });
});
