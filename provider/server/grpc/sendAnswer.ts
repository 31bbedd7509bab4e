import type { ServerHttp2Stream } from "node:http2";
import { grpcStatus } from "./grpcStatus.ts";
import { messagePrefix } from "./messagePrefix.ts";
import { shortenForMetadata } from "./shortenForMetadata.ts";
import type { Answer } from "./UnaryMethod.ts";

const HEADERS = { ":status": 200, "content-type": "application/grpc", "grpc-accept-encoding": "identity" };

/** Answers a call. The pieces of a message are sent as they are: a long list is never copied as a whole. */
export function sendAnswer(stream: ServerHttp2Stream, answer: Answer): void {
  if (stream.destroyed || stream.closed) return;
  if ("code" in answer) {
    const { code, details } = answer;
    stream.respond(
      { ...HEADERS, "grpc-status": code, "grpc-message": percentEncoded(shortenForMetadata(details)) },
      { endStream: true },
    );
    return;
  }
  stream.respond(HEADERS, { waitForTrailers: true });
  stream.once("wantTrailers", () => stream.sendTrailers({ "grpc-status": grpcStatus.ok }));
  stream.cork();
  stream.write(messagePrefix(answer.message.reduce((length, piece) => length + piece.length, 0)));
  for (const piece of answer.message) stream.write(piece);
  stream.end();
}

/** A header holds printable ASCII, and neither begins nor ends with a blank. */
function percentEncoded(text: string): string {
  return text.replace(/^ | $|[^ -$&-~]+/g, encodeURIComponent);
}
