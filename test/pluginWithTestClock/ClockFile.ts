import { readFileSync, writeFileSync } from "node:fs";

/** The time in a file, so that a test, its emulator and the plugin have the same. */
export class ClockFile {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  now(): number {
    return Date.parse(readFileSync(this.#file, "utf8"));
  }

  set(at: number): void {
    writeFileSync(this.#file, new Date(at).toISOString());
  }

  pass(ms: number): void {
    this.set(this.now() + ms);
  }
}
