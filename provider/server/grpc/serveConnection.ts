import { constants, performServerHandshake, type ServerHttp2Session } from "node:http2";
import type { Socket } from "node:net";
import { serveCall } from "./serveCall.ts";
import type { FindMethod } from "./UnaryMethod.ts";

/** In MB, and no limit: beside a long list that waits to be sent, Node would refuse all other calls of the connection. */
const MAX_SESSION_MEMORY = 1_000_000;

/** Answers the calls of a connection. */
export function serveConnection(socket: Socket, find: FindMethod): ServerHttp2Session {
  const session = performServerHandshake(socket, { maxSessionMemory: MAX_SESSION_MEMORY });
  // A connection that breaks ends its calls, and "close" tells them.
  session.on("error", () => undefined);
  session.on("stream", (stream, headers) => {
    // A call without an end would hold up the deployment for ever.
    serveCall(stream, headers, find).catch(() => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
  });
  return session;
}
