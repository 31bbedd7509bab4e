import { z } from "zod";
import type { LineProcess } from "../process/LineProcess.ts";

const counted = z.object({ rows: z.number() });

/** Lists that are to be read, and how many rows they have together. */
export interface PeerTask {
  readonly instances: readonly string[];
  readonly count: number;
  /** How many requests may be under way. */
  readonly atOnce: number;
}

/** Reads them through another client. */
export function readByPeer(peer: LineProcess, { instances, count, atOnce }: PeerTask): () => Promise<void> {
  return async () => {
    const { rows } = counted.parse(await peer.ask({ instances, atOnce }));
    if (rows !== count) throw new Error(`A client read ${rows} rows of ${instances[0]}; there are ${count}.`);
  };
}
