import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { openPort } from "../../provider/server/openPort.ts";

/** More than a socket buffers before it stops reading. */
const long = "abcdefgh".repeat(64 * 1024);
/** It only ends what hangs. */
const patience = 10_000;

test("a connection waits until it is handed over, and nothing that was sent meanwhile is lost", async () => {
  const { port, handOver, close } = await openPort();
  const early = connect(port, "127.0.0.1");
  early.end(long);
  await once(early, "connect");

  const received: Promise<string>[] = [];
  handOver((socket: Socket) => received.push(text(socket)));
  await vi.waitFor(() => expect(received).toHaveLength(1), patience);
  const late = connect(port, "127.0.0.1");
  late.end("late");
  await vi.waitFor(() => expect(received).toHaveLength(2), patience);

  expect(await Promise.all(received)).toEqual([long, "late"]);
  close();
});

test("a connection that breaks while it waits does no harm to others", async () => {
  const { port, handOver, close } = await openPort();
  const broken = connect(port, "127.0.0.1");
  await once(broken, "connect");
  broken.resetAndDestroy();
  const whole = connect(port, "127.0.0.1");
  whole.end("whole");
  await once(whole, "connect");

  const received: Promise<string>[] = [];
  handOver((socket: Socket) => received.push(text(socket).catch(() => "broken")));

  await vi.waitFor(async () => expect(await Promise.all(received)).toContain("whole"), patience);
  close();
});

test("closing ends the connections that wait", async () => {
  const { port, close } = await openPort();
  const waiting = connect(port, "127.0.0.1");
  // It may as well be reset.
  waiting.on("error", () => undefined);
  await once(waiting, "connect");

  close();

  await vi.waitFor(() => expect(waiting.destroyed).toBe(true), patience);
});
