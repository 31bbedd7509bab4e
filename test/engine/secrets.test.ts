import { expect, test } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import { cliProject } from "../support/engine/engineCli.ts";
import type { EngineEvent } from "../support/engine/engineEvents.ts";
import { engineProjectFolder } from "../support/engine/engineFolder.ts";
import { startProgram } from "../support/engine/engineProgram.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { engineTexts } from "../support/engine/engineTexts.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy, latestHealthyBackup } from "../support/plugin/pluginScene.ts";
import { findSecrets, knownSecrets, type Text } from "../support/secrets/findSecrets.ts";

const emulator = await useEmulator(startEmulator);

const yaml = `name: secrets
runtime: yaml
plugins:
  providers:
    - name: alicloud-backups
      path: provider/bin
config:
  release:
    type: string
    default: "1"
variables:
  all:
    fn::invoke:
      function: alicloud-backups:rds:getBackups
      arguments: { dbInstanceId: ${healthy} }
  latest:
    fn::invoke:
      function: alicloud-backups:rds:getLatestBackup
      arguments: { dbInstanceId: ${healthy} }
  readiness:
    fn::invoke:
      function: alicloud-backups:rds:getBackupReadiness
      arguments: { dbInstanceId: ${healthy}, maxAge: 26h }
resources:
  gate:
    type: alicloud-backups:rds:BackupGate
    properties: { dbInstanceId: ${healthy}, maxAge: 26h }
  kept:
    type: pulumi:index:Stash
    properties:
      input: { all: "\${all}", latest: "\${latest}", readiness: "\${readiness}" }
    options:
      dependsOn: ["\${gate}"]
outputs:
  all: \${all}
  record: \${gate.backup}
  release: \${release}
`;

const { owner, temporary } = demoCredentials;

// PULUMI_DEBUG_GRPC is left out: that file holds the configuration by design, and Pulumi says so.
describeWithEngine("no key, token, signature or pre-signed link stands in clear anywhere", () => {
  test("with keys in the stack's configuration: passes, refusals, a wrong key and a denied one, at -v=3", async () => {
    await using project = cliProject(await engineProjectFolder(yaml), {});
    const texts: Text[] = [];
    const run = async (name: string, command: () => Promise<{ code: number; output: string }>) => {
      const { code, output } = await command();
      texts.push({ where: `output of ${name}`, text: output });
      return { code, output };
    };
    const configure = (values: Record<string, string>) =>
      run("config", () =>
        project.pulumi(
          "config",
          "set-all",
          "--path",
          ...Object.entries(values).flatMap(([key, value]) => [
            /key|token/i.test(key) ? "--secret" : "--plaintext",
            `alicloud-backups:${key}=${value}`,
          ]),
        ),
      );
    const verbose = ["--logtostderr", "-v=3"];

    await configure({ region: "cn-hangzhou", "endpoints.rds": emulator.url, ...temporary });
    expect(await run("preview", () => project.preview(...verbose))).toMatchObject({ code: 0 });
    expect(await run("up", () => project.up(...verbose))).toMatchObject({ code: 0 });
    texts.push(...(await engineTexts(project)));

    emulator.age({ subject: healthy }, 3 * day);
    expect((await run("a refusal", () => project.up(...verbose))).output).toContain("older than 26h");
    texts.push(...(await engineTexts(project)));

    await configure({ secretKey: owner.secretKey });
    expect((await run("a wrong secret", () => project.up(...verbose))).output).toContain("SignatureDoesNotMatch");
    texts.push(...(await engineTexts(project)));

    await configure({ secretKey: "with white space in it" });
    expect((await run("a broken secret", () => project.up(...verbose))).output).toContain("white space");
    texts.push(...(await engineTexts(project)));

    texts.push({ where: "stack export", text: (await project.pulumi("stack", "export")).output });

    expectRealEvidence(texts);
    expect(findSecrets(texts, [...knownSecrets(), ...sentSignatures(), "with white space"])).toEqual([]);
  });

  test("with keys given to an explicit provider of a TypeScript program", async () => {
    const keys = {
      TEMPORARY_KEY: temporary.accessKey,
      TEMPORARY_SECRET: temporary.secretKey,
      TEMPORARY_TOKEN: temporary.securityToken,
    };
    await using project = await startProgram(new URL("./programs/everyLookup.ts", import.meta.url), emulator, keys);

    const up = await project.up();

    expect(up.succeeded, up.output).toBe(true);
    const texts = [
      { where: "output", text: up.output },
      { where: "events", text: JSON.stringify(up.events.all.filter((event) => !isRawReply(event))) },
      ...(await engineTexts(project)),
    ];
    expectRealEvidence(texts);
    expect(findSecrets(texts, [...knownSecrets(), ...sentSignatures()])).toEqual([]);
  });
});

/** At debug level Pulumi's own Node SDK logs what the engine answered as it came, secrets of any provider included. */
function isRawReply({ diagnosticEvent }: EngineEvent): boolean {
  const message = diagnosticEvent?.severity === "debug" ? diagnosticEvent.message : "";
  return /^(RegisterResource|Invoke) RPC finished:/.test(message);
}

/** That the search looked where secrets would be: the results are there, and the service did send links and get keys. */
function expectRealEvidence(texts: readonly Text[]): void {
  const holding = texts.filter(({ text }) => text.includes(latestHealthyBackup)).map(({ where }) => where);
  expect(holding.some((where) => where.startsWith("state"))).toBe(true);
  expect(holding.some((where) => where.startsWith("output"))).toBe(true);
  expect(holding.some((where) => where.startsWith("events"))).toBe(true);
  expect(JSON.stringify(emulator.records({ subject: healthy }))).toContain("Signature=");
  expect(emulator.requests().map(({ parameters }) => parameters.SecurityToken)).toContain(temporary.securityToken);
}

function sentSignatures(): string[] {
  return emulator.requests().flatMap(({ parameters }) => parameters.Signature ?? []);
}
