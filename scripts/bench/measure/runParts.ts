import { figureLine } from "../report/figureLine.ts";
import { timingLine } from "../report/timingLine.ts";
import type { Bench, Findings, Part } from "./part.ts";

export interface MeasuredPart extends Findings {
  readonly name: string;
}

/** What was measured, and the parts that could not be, each with why. */
export interface Measured {
  readonly parts: readonly MeasuredPart[];
  readonly failures: readonly string[];
}

/** Measures parts one after another and tells what comes out. One that fails does not keep the others from it. */
export async function runParts(parts: readonly Part[], bench: Bench, tell: (line: string) => void): Promise<Measured> {
  const measured: MeasuredPart[] = [];
  const failures: string[] = [];
  for (const { name, measure } of parts) {
    tell(`\n${name}`);
    try {
      const findings = await measure(bench);
      measured.push({ name, ...findings });
      for (const line of linesOf(findings)) tell(`  ${line}`);
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.stack : error}`);
      tell(`  failed: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { parts: measured, failures };
}

function linesOf({ figures, timings, notes = [] }: Findings): readonly string[] {
  return [...figures.map(figureLine), ...timings.map(timingLine), ...notes];
}
