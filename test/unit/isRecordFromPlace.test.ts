import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../provider/core/json.ts";
import { isRecordFromPlace } from "../../provider/gates/isRecordFromPlace.ts";
import { placeName } from "../../provider/gates/placeName.ts";

/** By the table: its public, VPC and internal hosts are one place. */
const hangzhou = { region: "cn-hangzhou", regionOrUrl: "cn-hangzhou" };
const beijing = { region: "cn-beijing", regionOrUrl: "cn-beijing" };
const byHand = { region: "cn-hangzhou", regionOrUrl: "https://rds.example.internal" };

test("a place tells the region, and an endpoint only where it was set by hand", () => {
  expect(placeName(hangzhou)).toBe("cn-hangzhou");
  expect(placeName(byHand)).toBe("cn-hangzhou at https://rds.example.internal");
});

const task = (region: string) => ({ migrateTask: { migrateTaskId: "1", region } });

describe("W13: a record counts where it was made", () => {
  test.each<readonly [string, JsonObject, typeof hangzhou, boolean]>([
    ["in the same region", { place: "cn-hangzhou", ...task("cn-hangzhou") }, hangzhou, true],
    ["not in another region", { place: "cn-hangzhou", ...task("cn-hangzhou") }, beijing, false],
    ["not at an endpoint set by hand since then", { place: "cn-hangzhou" }, byHand, false],
    ["not at the region's own hosts after one set by hand", { place: placeName(byHand) }, hangzhou, false],
    ["at the same one set by hand", { place: placeName(byHand) }, byHand, true],
    [
      "not for another region at the same host",
      { place: placeName(byHand) },
      { ...byHand, region: "cn-beijing" },
      false,
    ],
    ["not when its place cannot be read", { place: { region: "cn-hangzhou" } }, hangzhou, false],
    ["in its region, however that is written", { place: "cn-hangzhou" }, { ...hangzhou, region: "CN-Hangzhou" }, true],
    // Version 0.1.0 told the region in the record of the row, and no place.
    ["by 0.1.0: in its region", task("cn-hangzhou"), hangzhou, true],
    ["by 0.1.0: in its region, whatever the host", task("cn-hangzhou"), byHand, true],
    ["by 0.1.0: not in another region", task("cn-hangzhou"), beijing, false],
    ["by 0.1.0, of several instances: as it is", { verdict: "pass" }, beijing, true],
  ])("%s", (_, recorded, here, counts) => {
    expect(isRecordFromPlace(recorded, "migrateTask", here)).toBe(counts);
  });
});
