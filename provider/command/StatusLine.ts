import type { WriteStream } from "node:tty";

type Stream = Pick<NodeJS.WriteStream, "write" | "on"> & Partial<Pick<WriteStream, "isTTY" | "columns">>;

const CLEAR_LINE = "\r\u001B[2K";
const DEFAULT_COLUMNS = 80;

/** Lines on standard error. On a terminal a status line is replaced by whatever comes next; in a log it is a line. */
export class StatusLine {
  readonly #stream: Stream;
  #isShown = false;

  constructor(stream: Stream) {
    this.#stream = stream;
    // Nobody is left to tell it to; what the command ends with is told by its exit code.
    stream.on("error", () => undefined);
  }

  show(line: string): void {
    if (this.#stream.isTTY !== true) {
      this.writeLine(line);
      return;
    }
    const { columns = DEFAULT_COLUMNS } = this.#stream;
    this.#stream.write(
      `${CLEAR_LINE}${line.length < columns ? line : `${line.slice(0, Math.max(0, columns - 4))}...`}`,
    );
    this.#isShown = true;
  }

  writeLine(line: string): void {
    this.#stream.write(`${this.#isShown ? CLEAR_LINE : ""}${line}\n`);
    this.#isShown = false;
  }

  /** Takes the status line away. */
  clear(): void {
    if (this.#isShown) this.#stream.write(CLEAR_LINE);
    this.#isShown = false;
  }
}
