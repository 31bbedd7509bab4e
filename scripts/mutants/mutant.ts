/** A deliberate fault, and the tests that must notice it. */
export interface Mutant {
  /** A sentence about the fault; behind the number of its case where there is one: `W4: ...`. */
  readonly name: string;
  /** From the project root. */
  readonly file: string;
  /** A text that stands exactly once in the file, and what stands there instead. */
  readonly original: string;
  readonly mutated: string;
  /** Test files, or patterns of them, from the project root. */
  readonly tests: readonly [string, ...string[]];
}
