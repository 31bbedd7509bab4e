import { expect, test } from "vitest";
import { startAnswering } from "../support/network/answeringServer.ts";
import { startPlugin } from "../support/plugin/pluginClient.ts";

/** gRPC throws on half a character in an error, and the whole plugin would end. */
test.each([
  ["a half that the service sends", "no \\ud83d right"],
  ["a half that a cut leaves", `${"x".repeat(382)}\\ud83d\\ude00${"y".repeat(100)}`],
])("%s does not end the plugin", async (_, message) => {
  const body = `{"Code":"Forbidden.RAM","Message":"${message}","RequestId":"3D355417-6481-4DF3-9881-2B8062825AFF"}`;
  await using service = await startAnswering(() => ({ status: 403, body }));
  await using plugin = await startPlugin();
  const endpoints = { rds: service.url };
  await plugin.configure({ region: "cn-hangzhou", accessKey: "key", secretKey: "secret", endpoints });

  await expect(plugin.invoke("rds:getBackups", { dbInstanceId: "rm-x" })).rejects.toThrow("Forbidden.RAM");
  expect(await plugin.version()).toMatch(/^\d/);
});
