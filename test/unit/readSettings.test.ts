import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSettings } from "../../provider/client/readSettings.ts";
import type { Json } from "../../provider/core/json.ts";

const endpointsOf = (endpoints: Json) => readSettings({ endpoints }, new Set()).endpoints;

/** The members of pulumi-alicloud's own `endpoints`, read from its declarations. */
function alicloudMembers(): readonly string[] {
  const require = createRequire(import.meta.url);
  const file = join(dirname(require.resolve("@pulumi/alicloud/package.json")), "types", "input.d.ts");
  const [, body = ""] = /interface ProviderEndpoint \{\n(.*?)\n\}/s.exec(readFileSync(file, "utf8")) ?? [];
  return [...body.matchAll(/^ {4}(\w+)\?: /gm)].map(([, name = ""]) => name);
}

describe("pulumi-alicloud's endpoints", () => {
  test("are accepted whatever the product, and those of RDS, DBS and STS are used", () => {
    const members = alicloudMembers();
    expect(members.length).toBeGreaterThan(100);
    expect(endpointsOf([Object.fromEntries(members.map((name) => [name, `${name}.example.com`]))])).toEqual({
      rds: "rds.example.com",
      dbs: "dbs.example.com",
      sts: "sts.example.com",
    });
  });

  test.each<[string, Json, object]>([
    ["counts as dbs", { cbs: "cbs.example.com" }, { dbs: "cbs.example.com" }],
    ["counts as an empty dbs", [{ cbs: "cbs.example.com", dbs: "", rds: "" }], { dbs: "cbs.example.com" }],
    ["is second to dbs", '{"cbs":"cbs.example.com","dbs":"dbs.example.com"}', { dbs: "dbs.example.com" }],
  ])("cbs %s", (_, endpoints, used) => {
    expect(endpointsOf(endpoints)).toEqual(used);
  });

  test("are still checked: cbs like dbs, and a member that is misspelt", () => {
    expect(() => endpointsOf({ cbs: "http://cbs.example.com" })).toThrow("endpoints.dbs: http:// is refused");
    expect(() => endpointsOf({ rsd: "rds.example.com" })).toThrow("rsd");
  });
});
