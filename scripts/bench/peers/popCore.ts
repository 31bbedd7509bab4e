// Reads lists with @alicloud/pop-core, one page after another or several at once. Argument: the port of the service.
import RPCClient from "@alicloud/pop-core";
import { listParameters } from "../process/listParameters.ts";
import { serveListReading } from "../process/serveListReading.ts";

interface Reply {
  readonly TotalRecordCount: number;
  readonly Items: { readonly Backup: readonly unknown[] };
}

const client = new RPCClient({
  endpoint: `http://127.0.0.1:${process.argv[2]}`,
  apiVersion: "2014-08-15",
  accessKeyId: "benchmark",
  accessKeySecret: "not-a-secret",
});

await serveListReading(async (instanceId, number) => {
  const reply = await client.request<Reply>("DescribeBackups", listParameters(instanceId, number), { method: "POST" });
  return { rows: reply.Items.Backup, total: reply.TotalRecordCount };
});
