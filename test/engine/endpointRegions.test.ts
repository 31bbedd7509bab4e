import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { refusals } from "../support/engine/refusals.ts";
import { instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator(startEmulator);

const beijing = "rm-2ze0000000000beij";
const vpc = "https://rds-vpc.cn-hangzhou.aliyuncs.com";

describeWithEngine("W10: guardDatabases with the endpoint of one region", () => {
  test("refuses the change of a database in another region's zone, and names both regions", async () => {
    const guard = { maxAge: "26h" };
    const north = (more = {}) => [instance("north", beijing, { zoneId: "cn-beijing-h", ...more })];
    const variables = { RDS_ENDPOINT: vpc };
    await using project = await startGuarded(emulator, { scene: { guard, resources: north() }, variables });
    await project.up();
    const before = await project.deployed();
    project.write({ guard, resources: north({ port: "3307" }) });

    const { succeeded, events } = await project.up();
    expect(succeeded).toBe(false);
    expect(events.told("error")).toEqual(
      refusals("update", {
        north: `alicloud-backups:rds:getBackupReadiness: cn-beijing is not served by ${vpc} (set by RDS_ENDPOINT), which serves cn-hangzhou (the provider's`,
      }),
    );
    expect(await project.deployed()).toEqual(before);
  });
});
