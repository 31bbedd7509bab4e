import { createInterface } from "node:readline";

/** What a program of the benchmark does: a line of JSON on stdin, a line of JSON on stdout, until stdin ends. */
export async function answerLines(answer: (request: unknown) => unknown): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
  }
}
