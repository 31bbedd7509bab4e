import type { IncomingHttpHeaders, ServerHttp2Stream } from "node:http2";
import { readMessage } from "./readMessage.ts";
import { sendAnswer } from "./sendAnswer.ts";
import type { FindMethod } from "./UnaryMethod.ts";

/**
 * Answers one call as gRPC says: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md. A deadline is the caller's
 * own to keep, who then closes the stream.
 */
export async function serveCall(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  find: FindMethod,
): Promise<void> {
  // That it broke, "close" tells as well.
  stream.on("error", () => undefined);
  if (!headers["content-type"]?.startsWith("application/grpc")) {
    stream.respond({ ":status": 415 }, { endStream: true });
    return;
  }
  const gone = new AbortController();
  const leave = () => gone.abort();
  stream.once("close", leave);
  const request = await readMessage(stream);
  // What a caller sent before it left ends like a whole request.
  if (stream.aborted || stream.closed) return;
  const answer = "code" in request ? request : await find(headers[":path"])(request, gone.signal);
  stream.off("close", leave);
  sendAnswer(stream, answer);
}
