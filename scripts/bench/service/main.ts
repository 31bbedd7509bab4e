// The service of the benchmark, in a process of its own: DescribeBackups with replies that are made beforehand, after a
// given latency. It checks no signature. Each line on stdin sets the latency and is answered with port and requests so far.
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { answerLines } from "../process/answerLines.ts";
import { PageStore } from "./PageStore.ts";

const setting = z.object({ latencyMs: z.number().optional() });
const KEEP_ALIVE_MS = 600_000;

const pages = new PageStore(Date.now());
let latencyMs = 0;
let requests = 0;

const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, async (request, response) => {
  requests++;
  const parameters = await read(request);
  const page = pages.page({
    instanceId: parameters.get("DBInstanceId") ?? "",
    from: Date.parse(parameters.get("StartTime") ?? "1970-01-01"),
    until: Date.parse(parameters.get("EndTime") ?? "9999-12-31"),
    size: Number(parameters.get("PageSize") ?? 30),
    number: Number(parameters.get("PageNumber") ?? 1),
  });
  if (latencyMs > 0) await sleep(latencyMs);
  const body = page ?? Buffer.from('{"Code":"InvalidDBInstanceId.NotFound","Message":"No such instance."}');
  response.writeHead(page === undefined ? 404 : 200, {
    "content-type": "application/json;charset=utf-8",
    "content-length": body.length,
  });
  response.end(body);
});

/** Old clients send the parameters as the body, new ones in the URL. */
async function read(request: IncomingMessage): Promise<URLSearchParams> {
  const { searchParams } = new URL(request.url ?? "/", "http://service");
  for (const [name, value] of new URLSearchParams(await text(request))) searchParams.set(name, value);
  return searchParams;
}

await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
await answerLines((line) => {
  latencyMs = setting.parse(line).latencyMs ?? latencyMs;
  const address = server.address();
  return { port: typeof address === "object" ? address?.port : undefined, requests };
});
process.exit();
