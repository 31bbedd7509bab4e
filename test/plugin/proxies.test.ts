import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { everyProxyVariable } from "../support/network/recordingProxy.ts";
import { testAuthority } from "../support/network/testAuthority.ts";
import { startTunnelProxy } from "../support/network/tunnelProxy.ts";
import { startPlugin } from "../support/plugin/pluginClient.ts";
import { healthy, latestHealthyBackup, refusalOf, settingsFor } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(() => startEmulator({ tls: testAuthority }));
const folder = mkdtempSync(join(tmpdir(), "alicloud-backups-ca-"));
afterAll(() => rmSync(folder, { recursive: true }));
const authority = join(folder, "authority.pem");
writeFileSync(authority, testAuthority.authority);

const settings = { ...settingsFor(emulator), endpoints: { rds: "rds.example.test", dbs: "dbs.example.test" } };
const token = "rds:getLatestBackup";
const args = { dbInstanceId: healthy };

test("the built plugin goes through a proxy, and trusts what NODE_EXTRA_CA_CERTS or caFile vouch for", async () => {
  await using proxy = await startTunnelProxy(() => ({ port: emulator.port }));
  await using trusting = await startPlugin([], { ...everyProxyVariable(proxy.url), NODE_EXTRA_CA_CERTS: authority });
  await using other = await startPlugin([], everyProxyVariable(proxy.url));

  await trusting.configure(settings);
  expect((await trusting.invoke(token, args)).result).toMatchObject({ backupId: latestHealthyBackup });

  await other.configure(settings);
  expect((await refusalOf(other.invoke(token, args))).details).toContain("UNABLE_TO_VERIFY_LEAF_SIGNATURE");
  await other.configure({ ...settings, caFile: authority });
  expect((await other.invoke(token, args)).result).toMatchObject({ backupId: latestHealthyBackup });
  expect(new Set(proxy.requests.map(({ target }) => target))).toEqual(new Set(["rds.example.test:443"]));
});
