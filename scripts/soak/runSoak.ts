import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Tally } from "../../test/model/run/tally.ts";
import { type Chunk, chunksOf } from "./chunk.ts";

/** What became of a chunk. */
export interface ChunkResult {
  readonly chunk: Chunk;
  readonly tally: Tally;
}

const CHUNKS_PER_LINE = 20;

/** Spreads the scenarios over all processors. */
export async function runSoak(
  { schedules, seed }: { readonly schedules: number; readonly seed: number },
  tell: (progress: string) => void,
): Promise<readonly ChunkResult[]> {
  const waiting = [...chunksOf(schedules, seed)];
  const results: ChunkResult[] = [];

  async function work(): Promise<void> {
    const worker = new Worker(new URL("./worker.ts", import.meta.url));
    for (let chunk = waiting.shift(); chunk; chunk = waiting.shift()) {
      worker.postMessage(chunk);
      const [tally] = await once(worker, "message");
      results.push({ chunk, tally });
      const done = results.reduce((sum, result) => sum + result.tally.scenarios, 0);
      if (results.length % CHUNKS_PER_LINE === 0) tell(`${done} of ${schedules} schedules`);
    }
    await worker.terminate();
  }

  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}
