import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { HOUR } from "../support/fixtures/backups.ts";
import { handedOut, keyReply } from "../support/fixtures/temporaryKeys.ts";
import { startAnswering } from "../support/network/answeringServer.ts";
import { leadMetadata, metadataToken, startMetadata } from "../support/network/metadataService.ts";

const script = fileURLToPath(new URL("../support/lookups/askAsDynamic.ts", import.meta.url));

test("DEBUG=* in a process that is not ours prints no key and no signed request", async () => {
  const expiresAt = Date.now() + HOUR;
  // The first key is one that Alibaba's own library fetches: it is what prints for DEBUG.
  await using metadata = await startMetadata(() => ({ body: keyReply(0, expiresAt) }));
  await using service = await startAnswering(({ form: { Action } }) => {
    if (Action === "AssumeRole") return { body: { RequestId: "1", Credentials: keyReply(1, expiresAt) } };
    return { body: { RequestId: "2", TotalRecordCount: 0, Items: { Backup: [] } } };
  });
  const configuration = {
    "alicloud-backups:region": "cn-hangzhou",
    "alicloud-backups:ecsRoleName": "node-role",
    "alicloud-backups:assumeRole": JSON.stringify({ roleArn: "acs:ram::123456789012:role/reader" }),
    "alicloud-backups:endpoints": JSON.stringify({ rds: service.url, sts: service.url }),
  };
  const CONFIGURATION = JSON.stringify(configuration);
  const env = { ...process.env, DEBUG: "*", CONFIGURATION, METADATA_PORT: String(metadata.port) };

  const args = ["--import", leadMetadata, script];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env, timeout: 30_000 });

  expect(stdout).toContain('"ids":[]');
  expect([metadata.asked.length, service.asked.length]).toEqual([2, 2]);
  for (const secret of [...handedOut, metadataToken, "Signature"]) expect(`${stdout}${stderr}`).not.toContain(secret);
});
