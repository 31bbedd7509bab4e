// Reads lists with node:http and JSON.parse alone, unsigned: the least that reading costs. Argument: the port of the service.
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { listParameters } from "../process/listParameters.ts";
import { serveListReading } from "../process/serveListReading.ts";

const page = z.object({ TotalRecordCount: z.number(), Items: z.object({ Backup: z.unknown().array() }) });
const agent = new Agent({ keepAlive: true });
const headers = { "content-type": "application/x-www-form-urlencoded" };

await serveListReading(async (instanceId, number) => {
  const body = new URLSearchParams({ Action: "DescribeBackups", ...listParameters(instanceId, number) }).toString();
  const reply = page.parse(JSON.parse(await post(body)));
  return { rows: reply.Items.Backup, total: reply.TotalRecordCount };
});

function post(body: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const options = { host: "127.0.0.1", port: process.argv[2], method: "POST", headers, agent };
  request(options, (response) => text(response).then(resolve, reject))
    .on("error", reject)
    .end(body);
  return promise;
}
