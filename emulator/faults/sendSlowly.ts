import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Delivery } from "./reply.ts";

const CHUNK = Buffer.alloc(1_000_000, " ");

/** Sends a reply piece by piece until it is whole or the client has gone. */
export function sendSlowly(
  response: ServerResponse,
  open: (length?: number) => ServerResponse,
  bytes: Buffer,
  delivery: Extract<Delivery, { how: "delay" | "drip" | "padded" }>,
): void {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const pieces = Readable.from(piecesOf(bytes, delivery, gone.signal));
  const total = bytes.length + (delivery.how === "padded" ? delivery.bytes : 0);
  const send = async () => {
    if (delivery.how === "delay" && delivery.when === "beforeHeaders") await pause(delivery.ms, undefined, gone);
    await pipeline(pieces, open(total), gone);
  };
  send().catch(() => response.destroy());
}

async function* piecesOf(
  bytes: Buffer,
  delivery: Extract<Delivery, { how: "delay" | "drip" | "padded" }>,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  if (delivery.how === "drip") {
    for (let sent = 0; sent < bytes.length; sent += delivery.bytes) {
      yield bytes.subarray(sent, sent + delivery.bytes);
      await pause(delivery.everyMs, undefined, { signal });
    }
    return;
  }
  const middle = delivery.how === "padded" ? bytes.length - 1 : Math.floor(bytes.length / 2);
  yield bytes.subarray(0, middle);
  if (delivery.how === "padded") {
    for (let left = delivery.bytes; left > 0; left -= CHUNK.length) yield CHUNK.subarray(0, left);
  } else if (delivery.when === "midBody") await pause(delivery.ms, undefined, { signal });
  yield bytes.subarray(middle);
}
