import { expect, test } from "vitest";
import { findSource } from "../../provider/client/credentials/findSource.ts";
import type { Source } from "../../provider/client/credentials/Source.ts";
import { findEndpoint } from "../../provider/client/findEndpoint.ts";
import { InputError } from "../../provider/core/errors/InputError.ts";
import { profileHome } from "../support/fixtures/profileHome.ts";
import type { Situation } from "./situation.ts";
import { situations } from "./situations.ts";

/** What this package does, as a person would say it. */
function oursIn({ settings = {}, env = {}, profiles, looksAt }: Situation): string {
  using home = profileHome(profiles ?? "");
  const lookup = { settings, env: { HOME: home.home, ...env }, now: Date.UTC(2026, 0, 1), warn: () => undefined };
  try {
    if (looksAt === "key") return describeSource(findSource(lookup));
    const { region, url } = findEndpoint("Rds", undefined, settings, lookup.env);
    return `${region} at ${new URL(url).hostname}`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.replaceAll(home.file, "~/.aliyun/config.json");
  }
}

function describeSource(source: Source): string {
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
