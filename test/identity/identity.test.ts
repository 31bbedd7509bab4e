import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CredentialSource } from "../../provider/client/credentials/CredentialSource.ts";
import { findCredentialSource } from "../../provider/client/credentials/findCredentialSource.ts";
import { findEndpoint } from "../../provider/client/findEndpoint.ts";
import { proxyFor } from "../../provider/client/proxy/proxyFor.ts";
import { InputError } from "../../provider/core/errors/InputError.ts";
import { profileHome } from "../support/fixtures/profileHome.ts";
import type { Situation } from "./situation.ts";
import { situations } from "./situations.ts";

/** What this package does, as a person would say it. */
function oursIn({ settings = {}, env = {}, profiles, endpointsXml, looksAt }: Situation): string {
  using home = profileHome(profiles ?? "");
  using file = endpointsFile(home.home, endpointsXml);
  const allEnv = { HOME: home.home, ...file.env, ...env };
  const lookup = { settings, env: allEnv, now: Date.UTC(2026, 0, 1), warn: () => undefined };
  try {
    if (looksAt === "key") return describeSource(findCredentialSource(lookup));
    const { region, url } = findEndpoint("Rds", undefined, settings, lookup.env);
    const proxy = proxyFor(url, lookup.env, lookup.warn);
    return `${region} at ${new URL(url).hostname}${proxy ? ` through ${proxy.label}` : ""}`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.replaceAll(home.file, "~/.aliyun/config.json");
  }
}

/** The file of the alicloud provider, in this folder, which is the working directory meanwhile. */
function endpointsFile(folder: string, place: Situation["endpointsXml"]) {
  const before = process.cwd();
  const path = join(folder, place === "working directory" ? "endpoints.xml" : "hosts.xml");
  if (place !== undefined) {
    writeFileSync(
      path,
      `<?xml version="1.0" encoding="UTF-8"?>
<Endpoints><Endpoint name="cn-beijing"><RegionIds><RegionId>cn-beijing</RegionId></RegionIds><Products><Product>
<ProductName>RDS</ProductName><DomainName>rds.private.example</DomainName></Product></Products></Endpoint></Endpoints>`,
    );
  }
  process.chdir(folder);
  const env = place === "TF_ENDPOINT_PATH" ? { TF_ENDPOINT_PATH: path } : {};
  return { env, [Symbol.dispose]: () => process.chdir(before) };
}

function describeSource(source: CredentialSource): string {
  const host = (url: string) => new URL(url).hostname;
  switch (source.kind) {
    case "key":
      return `key ${source.credentials.accessKeyId}${source.credentials.securityToken ? " with its token" : ""}`;
    case "ecs":
      return `ECS role ${source.roleName}`;
    case "uri":
      return `the answer of ${new URL(source.uri).origin}`;
    case "oidc":
      return `OIDC role ${source.role.roleArn} at ${host(source.role.stsUrl)}`;
    case "role": {
      const { roleArn, sessionName, policy, stsUrl } = source.role;
      const name = sessionName === "pulumi-alicloud-backups" ? "" : ` as ${sessionName}`;
      const rights = policy === undefined ? "" : " with a policy";
      return `role ${roleArn}${name}${rights} by ${describeSource(source.base)} at ${host(stsUrl)}`;
    }
  }
}

test.each(situations)("situation $number: $setUp", (situation) => {
  const ours = oursIn(situation);
  if (typeof situation.ours === "string") expect(ours).toBe(situation.ours);
  else expect(ours).toMatch(situation.ours);
});

test("whatever is not equal has its reason", () => {
  const unexplained = situations.filter(({ result, reason }) => ["error", "differs"].includes(result) && !reason);
  expect(unexplained.map(({ number }) => number)).toEqual([]);
});

test("docs/identity.md shows what these tests saw (written anew by `npm test -- test/identity -u`)", async () => {
  const rows = situations.map(
    (situation) =>
      `| ${situation.number} | ${situation.setUp} | ${situation.alicloud} | ${cell(oursIn(situation))} | ` +
      `${situation.result}${situation.reason ? `: ${situation.reason}` : ""} |`,
  );
  await expect(`${HEAD}\n${rows.join("\n")}\n`).toMatchFileSnapshot("../../docs/identity.md");
});

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

const HEAD = `# Whose account, region and endpoint

A stack that deploys with \`@pulumi/alicloud\` should be looked at with the same eyes: the same environment leads this package
to the same account, region and endpoint as it leads the alicloud provider of the same stack. Where the two would differ, this
package refuses and names both places. What only this package can use comes last, after everything that the other would use.

What the alicloud provider does is read from its source (terraform-provider-alicloud 1.289, August 2026), not run. What this
package does is what its tests saw: this page is written by them. "The same settings" are \`alicloud:x\` there and
\`alicloud-backups:x\` here, as this package is never given the other's configuration.

| | set-up | the alicloud provider | this package | |
| --- | --- | --- | --- | --- |`;
