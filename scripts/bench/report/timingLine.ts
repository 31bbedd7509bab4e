import type { Timing } from "../measure/interleave.ts";

/** `sequential pop-core: 2230.1 ms (2201.7 to 2260.3), CPU 240 ms` */
export function timingLine({ subject, median, fastest, slowest, cpu }: Timing): string {
  const cpuText = Number.isNaN(cpu) ? "" : `, CPU ${cpu.toFixed(0)} ms`;
  return `${subject}: ${median.toFixed(1)} ms (${fastest.toFixed(1)} to ${slowest.toFixed(1)})${cpuText}`;
}
