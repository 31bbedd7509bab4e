import type { ServerResponse } from "node:http";
import type { Reply } from "./reply.ts";

/** Writes a reply to the socket itself: a faulty one cannot be expressed in anything more polite. */
export function sendReply(response: ServerResponse, { status, headers, body, delivery }: Reply): void {
  // Node would tell its own time.
  response.sendDate = false;
  const bytes = Buffer.from(body);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  const bodyless = status === 204 || status === 304;
  const open = () => response.writeHead(status, { ...headers, ...(!bodyless && { "content-length": bytes.length }) });
  switch (delivery?.how) {
    case undefined:
      open().end(bodyless ? undefined : bytes);
      return;
    case "resetBeforeHeaders":
      response.socket?.resetAndDestroy();
      return;
    case "resetMidBody":
      // A reset throws away what the peer has not read yet: give it the time to read the first half.
      open().write(half, () => setTimeout(() => response.socket?.resetAndDestroy(), 20));
      return;
    case "short":
      open().write(half, () => response.socket?.end());
      return;
    case "stallBeforeHeaders":
      return;
    case "stallMidBody":
      open().write(half);
      return;
    case "drip":
      drip(open(), bytes, delivery.bytes, delivery.everyMs);
  }
}

function drip(response: ServerResponse, bytes: Buffer, step: number, everyMs: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + step));
    sent += step;
    if (sent < bytes.length) return;
    clearInterval(timer);
    response.end();
  }, everyMs);
  response.on("close", () => clearInterval(timer));
}
