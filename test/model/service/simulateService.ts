import { type Outage, Outages } from "./trouble.ts";
import { asLine, type LineReply, troubleReply, type WireReply } from "./troubleReply.ts";

/** A list that answers. */
interface AnsweringTable {
  readonly advance: (reply: number, now: number) => void;
  readonly reply: (parameters: Readonly<Record<string, string>>, now: number) => WireReply;
}

interface Time {
  readonly now: number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

interface ServiceOptions {
  readonly time: Time;
  /** By action. */
  readonly tables: Readonly<Record<string, AnsweringTable>>;
  readonly outages: readonly Outage[];
  /** How long one reply after the other takes; over again when they are used up. */
  readonly latencies: readonly number[];
}

/** Replies to requests, in its own time. Rejects where no reply comes. */
export type Send = (
  action: string,
  parameters: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<LineReply>;

const LATENCY_MS = 40;

/** The service, and the way to it. */
export function simulateService({ time, tables, outages, latencies }: ServiceOptions): Send {
  const met = new Outages(outages);
  let requests = 0;
  let replies = 0;
  return async (action, parameters, signal) => {
    const table = tables[action];
    if (table === undefined) throw new Error(`The service knows no ${action}.`);
    const trouble = met.meet(time.now);
    const latency = latencies[requests++ % Math.max(latencies.length, 1)] ?? LATENCY_MS;
    const wait = trouble?.trouble === "silence" ? Math.max(latency, trouble.leftMs) : latency;
    await time.sleep(wait, signal);
    for (const each of Object.values(tables)) each.advance(replies, time.now);
    replies++;
    const reply = table.reply(parameters, time.now);
    const arriving = trouble ? troubleReply(trouble.trouble, trouble.leftMs, reply) : asLine(reply);
    if (arriving) return arriving;
    throw Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  };
}
