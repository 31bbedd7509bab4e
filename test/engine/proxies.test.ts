import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startCliProject } from "../support/engine/engineCli.ts";
import { gatedYaml } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { startRecordingProxy } from "../support/network/recordingProxy.ts";
import { stale } from "../support/plugin/pluginScene.ts";

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
