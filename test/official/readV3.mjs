// Reads lists with Alibaba's own TypeScript client, which signs by ACS3-HMAC-SHA256, and prints the rows of each as JSON.
import { createRequire } from "node:module";
import { join } from "node:path";

const CLIENT = "@alicloud/rds20140815";
const [folder, endpoint, jobs] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const { default: Client, ...models } = require(CLIENT);
const { $OpenApiUtil } = createRequire(require.resolve(CLIENT))("@alicloud/openapi-core");

const reads = {
  DescribeBackups: async (client, { subject }, pageNumber) => {
    const request = { DBInstanceId: subject, startTime: "2000-01-01T00:00Z", pageSize: 30, pageNumber };
    const { body } = await client.describeBackups(new models.DescribeBackupsRequest(request));
    return [body.items.backup, Number(body.totalRecordCount)];
  },
  DescribeMigrateTasks: async (client, { subject, more }, pageNumber) => {
    const [startTime, endTime] = more;
    const request = { DBInstanceId: subject, startTime, endTime, pageSize: 30, pageNumber };
    const { body } = await client.describeMigrateTasks(new models.DescribeMigrateTasksRequest(request));
    return [body.items.migrateTask, body.totalRecordCount];
  },
  DescribeOssDownloads: async (client, { subject, more }) => {
    const request = { DBInstanceId: subject, migrateTaskId: more[0] };
    const { body } = await client.describeOssDownloads(new models.DescribeOssDownloadsRequest(request));
    return [body.items.ossDownload, body.items.ossDownload.length];
  },
};

async function read({ accessKey, secretKey, securityToken, ...job }) {
  const key = { accessKeyId: accessKey, accessKeySecret: secretKey, securityToken };
  const client = new Client(new $OpenApiUtil.Config({ ...key, endpoint, protocol: "http", regionId: "cn-hangzhou" }));
  const rows = [];
  for (let page = 1; ; page++) {
    const [some, total] = await reads[job.action](client, job, page);
    rows.push(...some);
    if (rows.length >= total || some.length === 0) return rows.map((row) => row.toMap());
  }
}

const lists = [];
for (const job of JSON.parse(jobs)) lists.push(await read(job));
console.log(JSON.stringify(lists));
