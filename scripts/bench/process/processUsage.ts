import { existsSync, readFileSync } from "node:fs";

/** The kernel counts CPU time in hundredths of a second, on every machine that Node runs on. */
const TICK_MS = 10;

/** Whether this system tells what a process uses; only Linux does, by files. */
export const tellsUsage = existsSync("/proc/self/status");

/** CPU time of a process since its start, all threads, in milliseconds. NaN where the system does not tell. */
export function cpuMs(pid: number): number {
  if (!tellsUsage) return Number.NaN;
  // The name of the program, in brackets, may hold spaces. The fields behind it begin with the third.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** The most memory that a process has had in use since its start, in MB of 1,000,000 bytes. NaN as above. */
export function peakMb(pid: number): number {
  if (!tellsUsage) return Number.NaN;
  const [, kib] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return (Number(kib) * 1024) / 1e6;
}
