import { cpuMs } from "../process/processUsage.ts";
import { median } from "./median.ts";

export interface Subject {
  readonly name: string;
  /** Resolves to a number of milliseconds where not all of the turn counts. */
  readonly run: () => Promise<unknown>;
  /** Whose CPU time counts. */
  readonly pid?: number;
}

/** How long a subject took in a run. */
export interface Timing {
  readonly subject: string;
  /** Milliseconds, as all of these. */
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
  /** CPU time of its process for one turn, on average. NaN where it is not told. */
  readonly cpu: number;
}

interface Samples {
  readonly subject: Subject;
  readonly times: number[];
  readonly cpu: number[];
}

/**
 * Has all subjects do their work in turn, round after round, so that what else the machine does falls on each alike. One
 * round before that is not counted. Every round begins with another subject.
 */
export async function interleave(subjects: readonly Subject[], rounds: number): Promise<readonly Timing[]> {
  const samples: readonly Samples[] = subjects.map((subject) => ({ subject, times: [], cpu: [] }));
  for (const { run } of subjects) await run();
  for (let round = 0; round < rounds; round++) {
    const first = round % samples.length;
    for (const each of [...samples.slice(first), ...samples.slice(0, first)]) await takeTurn(each);
  }
  return samples.map(timing);
}

async function takeTurn({ subject: { pid, run }, times, cpu }: Samples): Promise<void> {
  const used = pid === undefined ? Number.NaN : cpuMs(pid);
  const started = performance.now();
  const own = await run();
  times.push(typeof own === "number" ? own : performance.now() - started);
  cpu.push(pid === undefined ? Number.NaN : cpuMs(pid) - used);
}

function timing({ subject, times, cpu }: Samples): Timing {
  return {
    subject: subject.name,
    median: median(times),
    fastest: Math.min(...times),
    slowest: Math.max(...times),
    cpu: cpu.reduce((total, value) => total + value, 0) / cpu.length,
  };
}
