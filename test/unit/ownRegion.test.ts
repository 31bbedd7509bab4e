import { expect, test } from "vitest";
import { findEndpoint } from "../../provider/client/findEndpoint.ts";
import { ownRegion } from "../../provider/client/ownRegion.ts";
import { profileHome } from "../support/fixtures/profileHome.ts";

const profiles = {
  ci: { mode: "AK", region_id: "cn-shanghai" },
  away: { mode: "EcsRamRole", region_id: " eu-west-1 " },
  bare: { mode: "AK", region_id: null },
  empty: { mode: "AK", region_id: "" },
};

// The order of pulumi-alicloud, from its source.
test("the region of the named profile comes after the configuration and its own variables", () => {
  using home = profileHome(profiles);
  const HOME = home.home;
  const profile = `region_id of profile ci in ${home.file}`;

  expect(ownRegion({ profile: "ci", region: "cn-beijing" }, { HOME })?.name).toBe("cn-beijing");
  expect(ownRegion({ profile: "ci" }, { HOME, ALIBABA_CLOUD_REGION: "us-west-1" })?.name).toBe("us-west-1");
  expect(ownRegion({ profile: "ci" }, { HOME })).toEqual({ name: "cn-shanghai", setBy: profile });
  expect(ownRegion({}, { HOME, ALICLOUD_PROFILE: "ci" })?.name).toBe("cn-shanghai");
  expect(ownRegion({}, { HOME, ALIBABA_CLOUD_PROFILE: "away" })?.name).toBe("eu-west-1");
});

test("a profile without a region, and a current profile that nobody names, give none", () => {
  using home = profileHome(profiles);
  const HOME = home.home;

  expect(ownRegion({ profile: "bare" }, { HOME })).toBeUndefined();
  expect(ownRegion({ profile: "empty" }, { HOME })).toBeUndefined();
  expect(ownRegion({ profile: "no such" }, { HOME })).toBeUndefined();
  expect(ownRegion({}, { HOME })).toBeUndefined();
});

test("the profile's region decides the endpoint, and a wrong one is refused with where it stands", () => {
  using home = profileHome({ ...profiles, wrong: { mode: "AK", region_id: "cn-shangai" } });
  const env = { HOME: home.home };

  expect(findEndpoint("Rds", undefined, { profile: "away" }, env).url).toBe("https://rds.eu-west-1.aliyuncs.com");
  expect(() => findEndpoint("Rds", undefined, { profile: "wrong" }, env)).toThrow(
    `region: "cn-shangai" (set by region_id of profile wrong in ${home.file}) is not in this version's table of ` +
      "regions: did you mean cn-shanghai?",
  );
  expect(() => findEndpoint("Rds", undefined, {}, { ALICLOUD_REGION: "cn-shangai" })).toThrow(
    '"cn-shangai" (set by ALICLOUD_REGION) is not in',
  );
});
