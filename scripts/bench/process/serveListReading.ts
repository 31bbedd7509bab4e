import pLimit from "p-limit";
import { z } from "zod";
import { answerLines } from "./answerLines.ts";

export interface RowsOfPage {
  readonly rows: readonly unknown[];
  readonly total: number;
}

const job = z.object({
  /** Whose lists are read. */
  instances: z.array(z.string()),
  /** How many requests may be under way. */
  atOnce: z.number(),
});

/** Serves jobs: reads whole lists with a client, as a program does that knows nothing of what a whole list is. */
export async function serveListReading(
  readPage: (instanceId: string, number: number) => Promise<RowsOfPage>,
): Promise<void> {
  await answerLines(async (request) => {
    const { instances, atOnce } = job.parse(request);
    const limit = pLimit(atOnce);
    const lists = instances.map((instanceId) => readList((number) => limit(() => readPage(instanceId, number))));
    const counts = (await Promise.all(lists)).map((rows) => rows.length);
    return { rows: counts.reduce((sum, count) => sum + count, 0) };
  });
  process.exit();
}

/** Page one tells how many there are. */
async function readList(readPage: (number: number) => Promise<RowsOfPage>): Promise<readonly unknown[]> {
  const first = await readPage(1);
  const others = Math.max(0, Math.ceil(first.total / first.rows.length) - 1);
  const rest = await Promise.all(Array.from({ length: others }, (_, index) => readPage(2 + index)));
  return [first, ...rest].flatMap(({ rows }) => rows);
}
