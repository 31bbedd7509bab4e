import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { ReplyError } from "../../core/errors/ReplyError.ts";

const MIB = 1024 * 1024;
/** More than the largest page of any operation by far. */
export const MAX_REPLY_BYTES = 64 * MIB;

/**
 * The text of a reply, unpacked where it is packed, although no request asks for that. A reply that is cut ends in an
 * error at once, packed or not.
 *
 * @throws ReplyError when it is too large.
 */
export async function readReplyText(response: IncomingMessage, onBytes: () => void): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  const heard = (source: AsyncIterable<Buffer>) => watch(source, onBytes);
  async function collect(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > MAX_REPLY_BYTES) throw tooLarge();
      chunks.push(chunk);
    }
  }
  const unpacker = unpackerFor(response.headers["content-encoding"]);
  if (unpacker === undefined) await collect(heard(response));
  else await pipeline(response, heard, unpacker, collect);
  return Buffer.concat(chunks, size).toString("utf8");
}

async function* watch(source: AsyncIterable<Buffer>, onBytes: () => void) {
  for await (const chunk of source) {
    onBytes();
    yield chunk;
  }
}

function unpackerFor(encoding: string | undefined): Transform | undefined {
  switch (encoding) {
    case "gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      return undefined;
  }
}

function tooLarge(): ReplyError {
  return new ReplyError(
    `The reply is larger than ${MAX_REPLY_BYTES / MIB} MiB, which no page of rows is.`,
    "ask for less: a shorter time range, a smaller pageSize, or one ID",
  );
}
