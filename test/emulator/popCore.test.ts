import RPC from "@alicloud/pop-core";
import { expect, test } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const shop = "rm-bp1shop0healthy01";

const emulator = await useEmulator(startEmulator);

function client({ accessKey, secretKey }: { accessKey: string; secretKey: string }) {
  return new RPC({
    endpoint: emulator.url,
    apiVersion: "2014-08-15",
    accessKeyId: accessKey,
    accessKeySecret: secretKey,
  });
}

test.each(["GET", "POST"])("Alibaba's own Node client reads the seeds over %s", async (method) => {
  const reply = await client(demoCredentials.owner).request(
    "DescribeBackups",
    { DBInstanceId: shop, PageSize: 100, BackupStatus: "Success" },
    { method },
  );
  const rows = emulator.records({ subject: shop }).map(({ row }) => row);
  expect(JSON.parse(JSON.stringify(reply))).toMatchObject({
    TotalRecordCount: 39,
    PageRecordCount: 39,
    Items: { Backup: rows },
  });
});

test.each([
  [demoCredentials.powerless, "Forbidden.RAM"],
  [{ ...demoCredentials.owner, secretKey: "wrong" }, "SignatureDoesNotMatch"],
  [{ accessKey: "LTAInobody", secretKey: "x" }, "InvalidAccessKeyId.NotFound"],
])("Alibaba's own Node client understands the refusal of %o", async (key, code) => {
  const asked = client(key).request("DescribeBackups", { DBInstanceId: shop }, { method: "POST" });
  await expect(asked).rejects.toMatchObject({ code, name: `${code}Error` });
});

test("Alibaba's own Node client can pass a temporary key's token", async () => {
  const { securityToken, ...key } = demoCredentials.temporary;
  const parameters = { DBInstanceId: shop, SecurityToken: securityToken };
  expect(await client(key).request("DescribeBackups", parameters, { method: "POST" })).toHaveProperty("Items");
});
