// Reads lists with Alibaba's own TypeScript client. Arguments: the port of the service, the folder it is installed in.
import { createRequire } from "node:module";
import { join } from "node:path";
import { listParameters } from "../process/listParameters.ts";
import { serveListReading } from "../process/serveListReading.ts";

const CLIENT = "@alicloud/rds20140815";
const [port, folder = ""] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const { default: Client, DescribeBackupsRequest } = require(CLIENT);
const { $OpenApiUtil } = createRequire(require.resolve(CLIENT))("@alicloud/openapi-core");

const client = new Client(
  new $OpenApiUtil.Config({
    accessKeyId: "benchmark",
    accessKeySecret: "not-a-secret",
    endpoint: `127.0.0.1:${port}`,
    protocol: "http",
    regionId: "cn-hangzhou",
  }),
);

await serveListReading(async (instanceId, number) => {
  const { DBInstanceId, StartTime, PageSize } = listParameters(instanceId, number);
  const page = { DBInstanceId, startTime: StartTime, pageSize: Number(PageSize), pageNumber: number };
  const { body } = await client.describeBackups(new DescribeBackupsRequest(page));
  return { rows: body.items.backup, total: Number(body.totalRecordCount) };
});
