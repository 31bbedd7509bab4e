import { describe, expect, test } from "vitest";
import { settingsFromStackConfig } from "../../provider/command/settingsFromStackConfig.ts";
import { readSettings } from "../../provider/lookups/settings.ts";

const read = (text: string) => settingsFromStackConfig(text, "Pulumi.prod.yaml");

describe("the settings of a stack's configuration file", () => {
  test("are those of this package, as Pulumi hands them to the plugin", () => {
    const settings = read(`
encryptionsalt: v1:abc
config:
  alicloud:region: cn-beijing
  alicloud-backups:region: cn-hangzhou
  alicloud-backups:profile: "0123"
  alicloud-backups:clientReadTimeout: 30000
  alicloud-backups:skipRegionValidation: true
  alicloud-backups:endpoints:
    rds: rds-vpc.cn-hangzhou.aliyuncs.com
  shop:size: 3
`);
    expect(settings).toEqual({
      region: "cn-hangzhou",
      profile: "0123",
      clientReadTimeout: "30000",
      skipRegionValidation: "true",
      endpoints: { rds: "rds-vpc.cn-hangzhou.aliyuncs.com" },
    });
    expect(readSettings(settings, new Set())).toMatchObject({ clientReadTimeout: 30_000, skipRegionValidation: true });
  });

  test("name a secret and the way out, and never leave it out", () => {
    const file =
      "config:\n  alicloud-backups:secretKey:\n    secure: v1:abcdef\n  alicloud-backups:region: cn-hangzhou\n";
    expect(() => read(file)).toThrow(
      'alicloud-backups:secretKey: is a secret in Pulumi.prod.yaml, which only Pulumi can decrypt: use a file without it, and put the value into the environment: ALICLOUD_SECRET_KEY="$(pulumi config get alicloud-backups:secretKey)"',
    );
  });

  test.each([
    [
      "config:\n  alicloud-backups:assumeRole:\n    roleArn: acs:ram::1:role/x\n    externalId:\n      secure: v1:abc\n",
    ],
    ["config:\n  alicloud-backups:assumeRole:\n  - externalId: { secure: v1:abc }\n"],
  ])("notice a secret inside: %j", (text) => {
    expect(() => read(text)).toThrow("alicloud-backups:assumeRole: is a secret");
  });

  test.each([
    ["", "cannot be read"],
    ["just text", "is not the configuration file of a stack"],
    ["config:\n  alicloud:region: cn-beijing\n", "has no alicloud-backups:* settings"],
    ["name: shop\nruntime: yaml\n", "has no alicloud-backups:* settings"],
    ["config: [", "cannot be read"],
    ["config:\n  a: 1\n  a: 2\n", "cannot be read"],
  ])("refuse what is no such file: %j", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test("do not repeat a line that cannot be read", () => {
    expect(() => read("config:\n  alicloud-backups:secretKey: 'LTAI-secret\n")).toThrow(/^(?!.*LTAI)/s);
  });
});
