import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { cliProject, startCliProject } from "../support/engine/engineCli.ts";
import { emulatorVariables } from "../support/engine/engineFolder.ts";
import { gatedYaml } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { startRecordingProxy } from "../support/network/recordingProxy.ts";
import { testAuthority } from "../support/network/testAuthority.ts";
import { startTunnelProxy, withLogin } from "../support/network/tunnelProxy.ts";
import { healthy, latestHealthyBackup, stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

/** In YAML: Pulumi's own SDK for Node looks for the engine through a proxy, and fails with these variables. */
const yaml = gatedYaml({ given: { dbInstanceId: stale, maxAge: "26h", enforcement: "warn" } });
const everyProxy = (proxy: string) => ({
  http_proxy: proxy,
  https_proxy: proxy,
  grpc_proxy: proxy,
  no_proxy: "",
  no_grpc_proxy: "",
});

describeWithEngine("W9: where http_proxy and its like are set, the warning of a gate is printed", () => {
  const expectWarned = async (variables: Readonly<Record<string, string>>) => {
    await using project = await startCliProject(yaml, emulator, variables);
    for (const { code, output, events } of [await project.preview(), await project.up()]) {
      expect(code, output).toBe(0);
      expect(events.messages().filter(({ severity }) => severity === "warning")).toEqual([
        { severity: "warning", resource: "gate", text: expect.stringContaining("older than 26h") },
      ]);
      expect(output).toContain("older than 26h");
    }
  };

  test("with a proxy that refuses", async () => {
    await expectWarned(everyProxy("http://127.0.0.1:1"));
  });

  test("with a proxy that listens, which hears nothing", async () => {
    await using proxy = await startRecordingProxy();

    await expectWarned({ ...everyProxy(proxy.url), no_proxy: "localhost, 127.0.0.1" });

    expect(proxy.requests).toEqual([]);
  });
});

describeWithEngine("F42: where Alibaba Cloud is reached through a proxy alone", () => {
  const service = "rds.example.test:443";
  const password = "pr0xy/passw0rd";

  test("a gate goes through it, with a password too, and the messages to the engine do not; else it is shut", async () => {
    await using behind = await startEmulator({ tls: testAuthority });
    const toService = () => ({ port: behind.port });
    await using open = await startTunnelProxy(withLogin(`robot:${password}`, toService));
    await using refusing = await startTunnelProxy(() => ({ status: 403 }));
    const gates = gatedYaml({
      given: { dbInstanceId: healthy, maxAge: "26h" },
      resources: {
        old: {
          type: "alicloud-backups:rds:BackupGate",
          properties: { dbInstanceId: stale, maxAge: "26h", enforcement: "warn" },
        },
      },
    });
    await using folder = await startCliProject(gates, behind, { RDS_ENDPOINT: "https://rds.example.test" });
    await writeFile(join(folder.path, "authority.pem"), testAuthority.authority);
    await folder.pulumi("config", "set", "alicloud-backups:caFile", "authority.pem");
    const within = (variables: Readonly<Record<string, string>>) =>
      cliProject(folder, { ...emulatorVariables(behind), RDS_ENDPOINT: "https://rds.example.test", ...variables });
    const withPassword = `http://robot:${encodeURIComponent(password)}@${open.host}`;

    const refused = await within({ HTTPS_PROXY: refusing.url }).preview();
    const withoutPassword = await within({ HTTPS_PROXY: open.url }).preview();
    const directly = await within({ HTTPS_PROXY: withPassword, NO_PROXY: "example.test" }).preview();
    const heard = open.requests.length;
    const through = await within(everyProxy(withPassword)).up();

    expect(refused.code, refused.output).not.toBe(0);
    expect(refused.output).toContain(`the proxy ${refusing.url} (HTTPS_PROXY) does not connect (HTTP 403)`);
    expect(refused.output).toContain("to reach rds.example.test without it, add rds.example.test to NO_PROXY");
    expect(refusing.requests.every(({ target }) => target === service)).toBe(true);
    expect(withoutPassword.code, withoutPassword.output).not.toBe(0);
    expect(withoutPassword.output).toContain("asks for a user name and a password (HTTP 407)");
    expect(directly.code, directly.output).not.toBe(0);
    expect(directly.output).toMatch(/no reply came \((ENOTFOUND|EAI_AGAIN)\)/);

    expect(through.code, through.output).toBe(0);
    expect((await folder.state()).gate?.outputs).toMatchObject({ backupId: latestHealthyBackup });
    expect(through.events.messages().filter(({ severity }) => severity === "warning")).toEqual([
      { severity: "warning", resource: "old", text: expect.stringContaining("older than 26h") },
    ]);
    const asked = open.requests.slice(heard);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every(({ target, login }) => target === service && login === `robot:${password}`)).toBe(true);
    const printed = [refused, withoutPassword, directly, through].map(({ output }) => output).join("\n");
    for (const secret of [password, encodeURIComponent(password), "robot"]) expect(printed).not.toContain(secret);
  });
});
