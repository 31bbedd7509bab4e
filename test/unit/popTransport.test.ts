import { setTimeout as wait } from "node:timers/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ExchangeError } from "../../provider/client/http/ExchangeError.ts";
import { networkFault } from "../../provider/client/networkFault.ts";
import { popTransport } from "../../provider/client/popTransport.ts";
import { failure } from "../support/lookups/lookups.ts";
import { startAnswering } from "../support/network/answeringServer.ts";
import { directConnections } from "../support/network/directConnections.ts";
import { httpReply, startRawServer } from "../support/network/rawServer.ts";
import { selfSigned } from "../support/network/selfSigned.ts";

const key = { accessKeyId: "LTAI5tExample000", accessKeySecret: "secret" };
const HOUR = 3_600_000;
const JSON_TEXT = '{"RequestId":"R"}';

interface Limits {
  readonly connectTimeoutMs?: number;
  readonly readTimeoutMs?: number;
  readonly timeoutMs?: number;
}

/** Sends one request, or so many one after another over the same transport. The limits are far away, unless a test is about one. */
async function send(
  url: string,
  { connectTimeoutMs = HOUR, readTimeoutMs = HOUR, timeoutMs = HOUR }: Limits = {},
  times = 1,
) {
  const transport = popTransport({
    url,
    version: "2014-08-15",
    connectTimeoutMs,
    readTimeoutMs,
    openConnections: directConnections,
  });
  const options = { credentials: key, signal: new AbortController().signal, timeoutMs };
  try {
    for (let left = times; left > 1; left--) await transport.send("DescribeBackups", {}, options);
    return await transport.send("DescribeBackups", { DBInstanceId: "rm-1" }, options);
  } finally {
    transport.close();
  }
}

describe("N1: silence", () => {
  test("is measured by the read time-out alone, before the reply and in it", async () => {
    await using server = await startRawServer(async (socket) => {
      await wait(300);
      const reply = httpReply(JSON_TEXT);
      socket.write(reply.subarray(0, -5));
      await wait(300);
      socket.write(reply.subarray(-5));
    });
    // The connection is there at once; nothing else counts for its time-out.
    expect(await send(server.url, { connectTimeoutMs: 250 })).toMatchObject({ status: 200, text: JSON_TEXT });
  });

  test.each(["before the reply", "in the reply"])("that lasts too long ends the attempt: %s", async (when) => {
    await using server = await startRawServer((socket) => {
      if (when === "in the reply") socket.write(httpReply(JSON_TEXT).subarray(0, -5));
    });
    const error = await failure(send(server.url, { readTimeoutMs: 100 }));
    expect(networkFault(error, server.url)).toEqual({
      kind: "network",
      what: "no reply came (timed out: nothing came for 100 ms).",
    });
  });

  test("does not last while bytes come, and yet a reply that drips ends some time: F11, A53", async () => {
    await using server = await startRawServer(async (socket) => {
      for (const byte of httpReply(JSON_TEXT)) {
        socket.write(Buffer.of(byte));
        await wait(20);
      }
    });
    expect((await failure(send(server.url, { readTimeoutMs: HOUR, timeoutMs: 300 }))).message).toMatch(
      /^timed out: no whole reply within /,
    );
  });
});

describe("H4: a reply that is cut is noticed at once, without any time-out", () => {
  const packed = gzipSync("x".repeat(100_000) + JSON_TEXT);
  test.each([
    ["FIN", "plain", httpReply("x".repeat(1000))],
    ["RST", "plain", httpReply("x".repeat(1000))],
    ["FIN", "packed", httpReply(packed, { "content-encoding": "gzip" })],
    ["RST", "packed", httpReply(packed, { "content-encoding": "gzip" })],
    ["FIN", "in the headers", httpReply("").subarray(0, 10)],
    ["RST", "in the headers", httpReply("").subarray(0, 10)],
    [
      "FIN",
      "packed and of no length",
      Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n"), packed]),
    ],
    ["FIN", "in chunks", Buffer.from("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n100\r\nabc")],
  ])("by %s, %s", async (how, _, reply) => {
    await using server = await startRawServer((socket) => {
      socket.write(reply.subarray(0, Math.ceil(reply.length / 2)), () =>
        how === "FIN" ? socket.end() : setTimeout(() => socket.resetAndDestroy(), 20),
      );
    });
    expect(await failure(send(server.url))).toBeInstanceOf(ExchangeError);
  });

  test("by a switch to another protocol", async () => {
    await using server = await startRawServer((socket) => {
      socket.write("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n");
    });
    expect((await failure(send(server.url))).message).toBe("the server switched to another protocol (HTTP 101)");
  });
});

describe("F7, N8: a connection that the server closed while it was not used", () => {
  /** Resets every request that is not the first on its connection; or all, from some request on. */
  const start = (resets: (before: { readonly here: number; readonly inAll: number }) => boolean) =>
    startRawServer((socket, before) => {
      if (resets(before)) socket.resetAndDestroy();
      else socket.write(httpReply(JSON_TEXT));
    });

  test("costs one replay on a new one, and nobody notices", async () => {
    await using server = await start(({ here }) => here > 0);
    expect(await send(server.url, {}, 2)).toMatchObject({ text: JSON_TEXT });
    expect(server.requests()).toBe(3);
  });
  test("one, and no more", async () => {
    await using server = await start(({ inAll }) => inAll > 0);
    expect(await failure(send(server.url, {}, 2))).toMatchObject({ code: "ECONNRESET", wasReused: false });
    expect(server.requests()).toBe(3);
  });
  test("a reset on a new connection is no such case", async () => {
    await using server = await start(() => true);
    await failure(send(server.url));
    expect(server.requests()).toBe(1);
  });
});

test.each<readonly [string, (text: string) => Buffer]>([
  ["gzip", (text) => gzipSync(text)],
  ["br", (text) => brotliCompressSync(text)],
])("54: a reply that is packed although nobody asked for it is unpacked: %s", async (encoding, pack) => {
  await using server = await startRawServer((socket) => {
    socket.write(httpReply(pack(JSON_TEXT), { "content-encoding": encoding }));
  });
  expect(await send(server.url)).toMatchObject({ text: JSON_TEXT });
});

test("F10: characters that are cut between two packets are whole again", async () => {
  const text = JSON.stringify({ name: "备份🙂" });
  await using server = await startRawServer(async (socket) => {
    socket.setNoDelay(true);
    for (const byte of httpReply(text)) {
      socket.write(Buffer.of(byte));
      await new Promise(setImmediate);
    }
  });
  expect((await send(server.url)).text).toBe(text);
});

describe("A57, H7: a reply of more than 64 MiB is an error at the limit", () => {
  const mib = Buffer.alloc(1024 * 1024, "x");
  test("as it comes, not after 400", async () => {
    let written = 0;
    await using server = await startRawServer(async (socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${400 * mib.length}\r\n\r\n`);
      while (written++ < 400 && !socket.destroyed) {
        await new Promise((resolve) => socket.write(mib, resolve));
      }
    });
    const error = await failure(send(server.url));
    expect(error).toMatchObject({ name: "ReplyError", message: expect.stringContaining("larger than 64 MiB") });
    expect(written).toBeLessThan(150);
  });
  test("unpacked, however small it came", async () => {
    const bomb = gzipSync(Buffer.alloc(80 * mib.length, "x"));
    await using server = await startRawServer((socket) => {
      socket.write(httpReply(bomb, { "content-encoding": "gzip" }));
    });
    expect(await failure(send(server.url))).toMatchObject({ name: "ReplyError" });
  });
});

describe("N8: what a second request would not change", () => {
  test("a certificate that nobody vouches for, and why is told: M2, F43", async () => {
    await using server = await startAnswering(() => ({ body: JSON_TEXT }), selfSigned);
    const fault = networkFault(await failure(send(server.url)), server.url);
    expect(fault).toMatchObject({ kind: "network", isFinal: true });
    expect(fault.what).toMatch(/^no reply came \(DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate/);
    expect(fault.remedy).toContain("check the certificate of https://127.0.0.1");
  });
  test("a name that nobody knows: F3", async () => {
    const fault = networkFault(await failure(send("http://nobody.invalid")), "http://nobody.invalid");
    expect(fault.what).toMatch(/\((ENOTFOUND|EAI_AGAIN)\)/);
  });
  test.each([
    ["ENOTFOUND", true],
    ["CERT_HAS_EXPIRED", true],
    ["ERR_TLS_CERT_ALTNAME_INVALID", true],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", true],
    ["EAI_AGAIN", undefined],
    ["ECONNREFUSED", undefined],
    ["EHOSTUNREACH", undefined],
    ["ECONNRESET", undefined],
  ])("F4, F43: %s: %s", (code, isFinal) => {
    const error = ExchangeError.from(Object.assign(new Error("m"), { code }), { wasReused: false });
    expect(networkFault(error, "https://x").isFinal).toBe(isFinal);
  });
});
