import type { Mutant } from "../../scripts/mutants/mutant.ts";

const calls: Mutant["tests"] = ["test/unit/serveCall.test.ts"];
const reading = "provider/server/grpc/readMessage.ts";
const sending = "provider/server/grpc/sendAnswer.ts";
const serving = "provider/server/grpc/serveCall.ts";

/** What the engine asks, and is answered, as gRPC says. */
export const grpc: readonly Mutant[] = [
  {
    name: "gRPC: what is left of a message is a message",
    file: reading,
    original: "sent.readUInt32BE(1) !== message.length",
    mutated: "sent.readUInt32BE(1) < message.length",
    tests: calls,
  },
  {
    name: "gRPC: of several messages the first one is read",
    file: reading,
    original: "sent.readUInt32BE(1) !== message.length",
    mutated: "sent.readUInt32BE(1) > message.length",
    tests: calls,
  },
  {
    name: "gRPC: a compressed message is read as it is",
    file: reading,
    original: "if (sent.readUInt8(0) !== 0)",
    mutated: "if (sent.readUInt8(0) > 1)",
    tests: calls,
  },
  {
    name: "gRPC: a message may be of any size",
    file: reading,
    original: "if (size <= PREFIX_BYTES + maxBytes) chunks.push(chunk);",
    mutated: "if (size >= 0) chunks.push(chunk);",
    tests: calls,
  },
  {
    name: "gRPC: a message says the length of its first piece",
    file: sending,
    original: "answer.message.reduce((length, piece) => length + piece.length, 0)",
    mutated: "answer.message[0]?.length ?? 0",
    tests: calls,
  },
  {
    name: "gRPC: what is to be percent-encoded is sent as it is",
    file: sending,
    original: "[^ -$&-~]+",
    mutated: "[^ -~]+",
    tests: calls,
  },
  {
    name: "gRPC: an answer has no status",
    file: sending,
    original: 'stream.once("wantTrailers", () => stream.sendTrailers({ "grpc-status": grpcStatus.ok }));',
    mutated: 'stream.once("wantTrailers", () => stream.close());',
    tests: calls,
  },
  {
    name: "gRPC: who is gone is answered",
    file: sending,
    original: "if (stream.destroyed || stream.closed) return;",
    mutated: "",
    tests: calls,
  },
  {
    name: "gRPC: a caller that leaves is not noticed",
    file: serving,
    original: 'stream.once("close", leave);',
    mutated: "",
    tests: calls,
  },
  {
    name: "gRPC: one that has its answer is told to be gone",
    file: serving,
    original: 'stream.off("close", leave);',
    mutated: "",
    tests: calls,
  },
  {
    name: "gRPC: everything that comes is a call",
    file: serving,
    original: 'if (!headers["content-type"]?.startsWith("application/grpc")) {',
    mutated: 'if (headers["content-type"] === "nothing") {',
    tests: calls,
  },
  {
    name: "gRPC: who is gone is asked for",
    file: serving,
    original: "if (stream.aborted || stream.closed) return;",
    mutated: "",
    tests: calls,
  },
  {
    name: "gRPC: an error may be of any length",
    file: sending,
    original: "percentEncoded(shortenForMetadata(details))",
    mutated: "percentEncoded(details.toWellFormed())",
    tests: calls,
  },
  {
    name: "gRPC: a method that rejects leaves its caller waiting",
    file: "provider/server/grpc/serveConnection.ts",
    original: "stream.close(constants.NGHTTP2_INTERNAL_ERROR)",
    mutated: "undefined",
    tests: calls,
  },
  {
    name: "gRPC: a connection may hold no long list",
    file: "provider/server/grpc/serveConnection.ts",
    original: "{ maxSessionMemory: MAX_SESSION_MEMORY }",
    mutated: "{}",
    tests: calls,
  },
];
