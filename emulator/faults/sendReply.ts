import type { ServerResponse } from "node:http";
import type { Reply } from "./reply.ts";
import { sendSlowly } from "./sendSlowly.ts";

/** Writes a reply to the socket itself: a faulty one cannot be expressed in anything more polite. */
export function sendReply(response: ServerResponse, { status, headers, body, delivery }: Reply): void {
  // Node would tell its own time.
  response.sendDate = false;
  const bytes = Buffer.from(body);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  const bodyless = status === 204 || status === 304;
  const open = (length = bytes.length) => {
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) response.setHeader(name, value);
    }
    if (!bodyless) response.setHeader("content-length", length);
    return response.writeHead(status);
  };
  switch (delivery?.how) {
    case undefined:
      open().end(bodyless ? undefined : bytes);
      return;
    case "thenClosed":
      open().end(bodyless ? undefined : bytes, () => response.socket?.end());
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
    case "delay":
    case "drip":
    case "padded":
      sendSlowly(response, open, bytes, delivery);
  }
}
