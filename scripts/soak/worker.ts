// One thread of the soak: runs the chunks that it is sent, one after the other.
import { parentPort } from "node:worker_threads";
import { families } from "../../test/model/families.ts";
import { tallyScenarios } from "../../test/model/run/tally.ts";
import type { Chunk } from "./chunk.ts";

parentPort?.on("message", async ({ family, runs, seed }: Chunk) => {
  parentPort?.postMessage(await tallyScenarios(families[family], { runs, seed }));
});
