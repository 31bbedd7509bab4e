import { ReplyError } from "../core/errors/ReplyError.ts";

const MIB = 1024 * 1024;
const MAX_CHARACTERS = 256 * MIB;

/** What the rows of one reading may take, measured by the text of the replies that brought them. */
export class RowMemoryLimit {
  readonly #action: string;
  readonly #max: number;
  /** The pass before is kept to compare with. */
  #before = 0;
  #current = 0;

  constructor(action: string, max = MAX_CHARACTERS) {
    this.#action = action;
    this.#max = max;
  }

  /** The list is read from its beginning. */
  beginPass(): void {
    this.#before = this.#current;
    this.#current = 0;
  }

  /** @throws ReplyError for more than there is room for. */
  add(characters: number): void {
    this.#current += characters;
    if (this.#before + this.#current <= this.#max) return;
    throw new ReplyError(
      `${this.#action} sends more than ${Math.round(this.#max / MIB)} MiB of rows.`,
      "ask for less: a shorter time range, or one ID",
    );
  }
}
