import type { Mutant } from "./mutant.ts";

/**
 * The source with the fault in it.
 *
 * @throws when the place of the fault is gone, or is no longer one place: then nothing would be shown by its tests.
 */
export function applyMutant(source: string, { file, original, mutated }: Mutant): string {
  const [before = "", after, ...more] = source.split(original);
  if (after === undefined) throw new Error(`${file} does not hold its original any more: ${original}`);
  if (more.length > 0) throw new Error(`${file} holds its original ${more.length + 1} times: ${original}`);
  if (original === mutated) throw new Error(`it changes nothing in ${file}: ${original}`);
  return `${before}${mutated}${after}`;
}
