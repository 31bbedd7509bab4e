import type { ServerHttp2Stream } from "node:http2";
import { grpcStatus } from "./grpcStatus.ts";
import { PREFIX_BYTES } from "./messagePrefix.ts";
import type { GrpcError } from "./UnaryMethod.ts";

/** As large as what Pulumi's own plugins take. */
const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

/** The one message of a request, or why it is none. Of a caller that goes before it has sent all, nothing is ever told. */
export function readMessage(stream: ServerHttp2Stream, maxBytes = MAX_MESSAGE_BYTES): Promise<Buffer | GrpcError> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    stream.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= PREFIX_BYTES + maxBytes) chunks.push(chunk);
      else resolve({ code: grpcStatus.resourceExhausted, details: `A request has at most ${maxBytes} bytes.` });
    });
    stream.once("end", () => resolve(messageIn(Buffer.concat(chunks))));
  });
}

function messageIn(sent: Buffer): Buffer | GrpcError {
  const message = sent.subarray(PREFIX_BYTES);
  if (sent.length < PREFIX_BYTES || sent.readUInt32BE(1) !== message.length)
    return { code: grpcStatus.internal, details: "A request has to be one whole message." };
  if (sent.readUInt8(0) !== 0)
    return { code: grpcStatus.unimplemented, details: "Compressed requests are not read: send them as they are." };
  return message;
}
