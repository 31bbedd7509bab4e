import { expect, test } from "vitest";
import { findEndpoint } from "../../provider/client/findEndpoint.ts";
import { providerRegion } from "../../provider/client/providerRegion.ts";
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

  expect(providerRegion({ profile: "ci", region: "cn-beijing" }, { HOME })?.name).toBe("cn-beijing");
  expect(providerRegion({ profile: "ci" }, { HOME, ALIBABA_CLOUD_REGION: "us-west-1" })?.name).toBe("us-west-1");
  expect(providerRegion({ profile: "ci" }, { HOME })).toEqual({ name: "cn-shanghai", setBy: profile });
  expect(providerRegion({}, { HOME, ALICLOUD_PROFILE: "ci" })?.name).toBe("cn-shanghai");
  expect(providerRegion({}, { HOME, ALIBABA_CLOUD_PROFILE: "away" })?.name).toBe("eu-west-1");
});

test("a profile without a region, and a current profile that nobody names, give none", () => {
  using home = profileHome(profiles);
  const HOME = home.home;

  expect(providerRegion({ profile: "bare" }, { HOME })).toBeUndefined();
  expect(providerRegion({ profile: "empty" }, { HOME })).toBeUndefined();
  expect(providerRegion({ profile: "no such" }, { HOME })).toBeUndefined();
  expect(providerRegion({}, { HOME })).toBeUndefined();
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

test("a call that names its region needs no profile, readable or not", () => {
  const env = { HOME: "/nowhere", ALICLOUD_PROFILE: "ci" };

  expect(findEndpoint("Rds", "eu-west-1", {}, env).region).toBe("eu-west-1");
  expect(() => findEndpoint("Rds", undefined, {}, env)).toThrow("ALICLOUD_PROFILE: there is no file /nowhere");
});
