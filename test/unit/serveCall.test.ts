import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  constants,
  type IncomingHttpHeaders,
  performServerHandshake,
} from "node:http2";
import { createServer, type Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, credentials } from "@grpc/grpc-js";
import { describe, expect, onTestFinished, test } from "vitest";
import { grpcStatus } from "../../provider/server/grpc/grpcStatus.ts";
import { readMessage } from "../../provider/server/grpc/readMessage.ts";
import { serveCall } from "../../provider/server/grpc/serveCall.ts";
import { serveConnection } from "../../provider/server/grpc/serveConnection.ts";
import type { UnaryMethod } from "../../provider/server/grpc/UnaryMethod.ts";
import { listenOnLoopback } from "../support/network/listenOnLoopback.ts";

/** Serves on a port of its own until the test has ended. */
async function listen(serve: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    serve(socket);
  });
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (await listenOnLoopback(server)).port;
}

/** A server of one method. */
const listenWith = (method: UnaryMethod) => listen((socket) => serveConnection(socket, () => method));

const echo: UnaryMethod = (request) => Promise.resolve({ message: [request] });

/** As gRPC frames a message. */
function framed(message: string | Buffer, { compressed = 0, length = Buffer.byteLength(message) } = {}): Buffer {
  const prefix = Buffer.from([compressed, 0, 0, 0, 0]);
  prefix.writeUInt32BE(length, 1);
  return Buffer.concat([prefix, Buffer.from(message)]);
}

/** A connection of bare HTTP/2. */
function connectTo(port: number): ClientHttp2Session {
  const session = connect(`http://127.0.0.1:${port}`);
  session.on("error", () => undefined);
  onTestFinished(() => session.destroy());
  return session;
}

/** A call on it, of which nothing is sent yet. */
function beginCall(session: ClientHttp2Session, headers: Readonly<Record<string, string>> = {}): ClientHttp2Stream {
  const stream = session.request({ ":method": "POST", "content-type": "application/grpc", ...headers });
  stream.on("error", () => undefined);
  return stream;
}

/** What a call brings that sends these bytes, each chunk in a frame of its own. */
async function callWith(port: number, chunks: readonly Buffer[], headers: Readonly<Record<string, string>> = {}) {
  const stream = beginCall(connectTo(port), { ":path": "/test.Service/Echo", te: "trailers", ...headers });
  const received: Buffer[] = [];
  let [first, trailers]: [IncomingHttpHeaders, IncomingHttpHeaders] = [{}, {}];
  stream.on("response", (sent) => (first = sent));
  stream.on("trailers", (sent) => (trailers = sent));
  stream.on("data", (chunk: Buffer) => received.push(chunk));
  const ended = new Promise((resolve) => stream.once("close", resolve));
  for (const chunk of chunks) {
    stream.write(chunk);
    await sleep(1);
  }
  stream.end();
  await ended;
  const { "grpc-status": status, "grpc-message": details } = { ...first, ...trailers };
  return { httpStatus: first[":status"], status, details, body: Buffer.concat(received), trailers };
}

/** The same by the official client, which knows nothing of our server. */
async function callOfficially(port: number, message: Buffer) {
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), {
    "grpc.max_receive_message_length": -1,
  });
  onTestFinished(() => client.close());
  const same = (bytes: Buffer) => bytes;
  return await new Promise<{ reply: Buffer | undefined; code: number | undefined; details: string | undefined }>(
    (resolve) =>
      client.makeUnaryRequest("/test.Service/Echo", same, same, message, (error, reply) =>
        resolve({ reply, code: error?.code, details: error?.details }),
      ),
  );
}

describe("a message", () => {
  test.each([0, 1, 5, 16_384, 70_000, 3_000_000])("of %d bytes comes back whole", async (length) => {
    const message = Buffer.alloc(length, "m");
    const { reply } = await callOfficially(await listenWith(echo), message);
    expect(reply?.equals(message)).toBe(true);
  });

  test("may come in any pieces, its prefix as well", async () => {
    const bytes = framed("a message");
    const port = await listenWith(echo);
    for (const cut of [1, 4, 5, 6]) {
      const { body, status } = await callWith(port, [bytes.subarray(0, cut), bytes.subarray(cut)]);
      expect([body, status]).toEqual([bytes, "0"]);
    }
  });

  test("that is answered in pieces is one message", async () => {
    const pieces = ["", "in ", "", "pieces"].map((piece) => Buffer.from(piece));
    const port = await listenWith(() => Promise.resolve({ message: pieces }));
    expect((await callWith(port, [framed("")])).body).toEqual(framed("in pieces"));
    expect((await callOfficially(port, Buffer.alloc(0))).reply?.toString()).toBe("in pieces");
  });

  test.each([
    ["nothing", [], grpcStatus.internal],
    ["half a prefix", [Buffer.alloc(3)], grpcStatus.internal],
    ["less than it says", [framed("short", { length: 6 })], grpcStatus.internal],
    ["more than it says", [framed("long", { length: 3 })], grpcStatus.internal],
    ["two messages", [framed("one"), framed("two")], grpcStatus.internal],
    ["a compressed message", [framed("zip", { compressed: 1 })], grpcStatus.unimplemented],
  ])("%s: the method is not called", async (_, chunks, code) => {
    const port = await listenWith(() => Promise.reject(new Error("It was called.")));
    const { status, httpStatus, details } = await callWith(port, chunks);
    expect([status, httpStatus]).toEqual([String(code), 200]);
    expect(details).not.toBe("");
  });

  test("that is larger than any is refused before it has all come", async () => {
    const outcomes: unknown[] = [];
    const port = await listen((socket) =>
      performServerHandshake(socket).on("stream", async (stream) => {
        outcomes.push(await readMessage(stream, 10));
        stream.respond({ ":status": 200 }, { endStream: true });
      }),
    );
    await callWith(port, [framed("x".repeat(10))]);
    await callWith(port, [framed("x".repeat(11))]);
    expect(outcomes).toEqual([
      Buffer.from("x".repeat(10)),
      { code: grpcStatus.resourceExhausted, details: "A request has at most 10 bytes." },
    ]);
  });
});

describe("an error", () => {
  test.each([
    "plain",
    "a remedy:\n  - run again\r\n\t100 %",
    "%0A is no line break",
    " blanks at both ends ",
    "備份失敗 \u{1f4be}",
    "half a character: \ud83d.",
    "\u0000\u007f\u0085",
    "",
  ])("says %j", async (details) => {
    const port = await listenWith(() => Promise.resolve({ code: grpcStatus.unknown, details }));
    const answer = await callOfficially(port, Buffer.alloc(0));
    expect([answer.code, answer.details]).toEqual([grpcStatus.unknown, details.toWellFormed()]);
  });

  test("has no message, and comes with the first headers", async () => {
    const port = await listenWith(() => Promise.resolve({ code: grpcStatus.cancelled, details: "gone" }));
    const { body, status, trailers } = await callWith(port, [framed("")]);
    expect([body.length, status, trailers]).toEqual([0, "1", {}]);
  });
});

test("a method that rejects, which none should, ends its call all the same", async () => {
  const port = await listenWith(() => Promise.reject(new Error("A method should answer.")));
  expect(await callOfficially(port, Buffer.alloc(0))).toMatchObject({ reply: undefined, code: grpcStatus.internal });
});

test("what is no gRPC is told so by HTTP", async () => {
  const { httpStatus, body } = await callWith(await listenWith(echo), [framed("")], { "content-type": "text/html" });
  expect([httpStatus, body.length]).toEqual([415, 0]);
});

test("a caller that leaves fires the signal; one that has its answer does not", async () => {
  const signals: AbortSignal[] = [];
  const { promise: called, resolve: tellCalled } = Promise.withResolvers<void>();
  const port = await listenWith((request, signal) => {
    signals.push(signal);
    tellCalled();
    return request.length === 0 ? Promise.resolve({ message: [] }) : new Promise(() => undefined);
  });
  await callOfficially(port, Buffer.alloc(0));
  const session = connectTo(port);
  const stream = beginCall(session);
  stream.end(framed("wait"));
  await called;
  while (signals.length < 2) await sleep(1);
  stream.close(constants.NGHTTP2_CANCEL);
  while (signals[1]?.aborted !== true) await sleep(1);
  expect(signals[0]?.aborted).toBe(false);
});

test("a caller that leaves right behind its message asks for nothing any more", async () => {
  let calls = 0;
  const port = await listenWith(() => {
    calls++;
    return Promise.resolve({ message: [] });
  });
  const session = connectTo(port);
  const stream = beginCall(session);
  stream.write(framed("message"));
  stream.close(constants.NGHTTP2_CANCEL);
  await new Promise((resolve) => stream.once("close", resolve));
  // The next call of the connection comes behind it.
  const next = beginCall(session);
  next.end(framed("next"));
  await buffer(next);
  expect(calls).toBe(1);
});

test("an error that is longer than headers may be breaks no other call of the connection", async () => {
  const details = `${"é".repeat(60_000)}\nWhat to do: run again.`;
  const port = await listenWith((request) =>
    request.length === 0
      ? Promise.resolve({ code: grpcStatus.unknown, details })
      : sleep(50).then(() => ({ message: [request] })),
  );
  const session = connectTo(port);
  const call = (message: string) => {
    const stream = beginCall(session);
    stream.end(framed(message));
    return buffer(stream);
  };
  const other = call("other");
  expect((await callOfficially(port, Buffer.alloc(0))).details).toMatch(/\nWhat to do: run again\.$/);
  await call("");
  expect(await other).toEqual(framed("other"));
});

test("a caller that leaves before its answer is there breaks nothing", async () => {
  const { promise: answer, resolve } = Promise.withResolvers<{ message: readonly Buffer[] }>();
  let ended = 0;
  const port = await listen((socket) =>
    performServerHandshake(socket).on("stream", async (stream, headers) => {
      await serveCall(stream, headers, () => () => answer);
      ended++;
    }),
  );
  const session = connectTo(port);
  const stream = beginCall(session);
  stream.end(framed(""));
  await sleep(20);
  session.destroy();
  await sleep(20);
  resolve({ message: [Buffer.from("too late")] });
  while (ended === 0) await sleep(1);
});

test("a long answer that its caller does not read yet keeps no other call of the connection", async () => {
  const large = Buffer.alloc(30_000_000, "x");
  const port = await listenWith((request) => Promise.resolve({ message: request.length === 0 ? [large] : [request] }));
  const session = connectTo(port);
  const unread = beginCall(session);
  unread.end(framed(""));
  await new Promise((resolve) => unread.once("response", resolve));
  const other = beginCall(session);
  other.end(framed("small"));
  expect(await buffer(other)).toEqual(framed("small"));
  expect((await buffer(unread)).length).toBe(framed(large).length);
});
