// Asks a plugin for its version every few milliseconds: the longest answer shows for how long the plugin did nothing
// else. A line with a port begins it, the next one ends it.
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { RawClient } from "../plugin/RawClient.ts";
import { answerLines } from "../process/answerLines.ts";

const request = z.object({ port: z.number().optional() });
const PAUSE_MS = 3;
const WARM_UP = 50;

let probing = false;
let probe = Promise.resolve(0);

async function start(port: number): Promise<void> {
  const client = new RawClient(port);
  // The first ones load code here and there.
  for (let count = 0; count < WARM_UP; count++) await client.ping();
  probing = true;
  probe = longestAnswer(client);
}

async function longestAnswer(client: RawClient): Promise<number> {
  let longestMs = 0;
  while (probing) {
    const began = performance.now();
    await client.ping();
    longestMs = Math.max(longestMs, performance.now() - began);
    await sleep(PAUSE_MS);
  }
  client.close();
  return longestMs;
}

await answerLines(async (line) => {
  const { port } = request.parse(line);
  if (port !== undefined) await start(port);
  else probing = false;
  return { longestMs: port === undefined ? await probe : 0 };
});
process.exit();
