const FIRST_CHUNK = 4 * 1024;
/** The length of a text up to this one is a single byte. */
const SHORT = 64;
const LARGEST_CHUNK = 1024 * 1024;

/** A part of what a writer has written: these bytes, from one place to another. It must not change any more. */
export interface Segment {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/**
 * Writes protobuf from the last byte to the first. A message stands behind its length, which is not known before it is
 * written; backwards the length comes after it, and no byte is moved.
 */
export class BackwardWriter {
  /** What is full or was put in, the last of the message first. */
  readonly #full: Segment[] = [];
  #fullBytes = 0;
  #chunkSize = FIRST_CHUNK;
  #chunk = Buffer.allocUnsafe(FIRST_CHUNK);
  /** Where in the chunk the earliest byte stands. */
  #start = FIRST_CHUNK;

  /** How many bytes are written. */
  get length(): number {
    return this.#fullBytes + this.#chunk.length - this.#start;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#chunk[--this.#start] = value;
  }

  varint(value: number): void {
    const size = varintSize(value);
    this.#reserve(size);
    this.#start -= size;
    let rest = value;
    for (let at = this.#start; at < this.#start + size - 1; at++) {
      this.#chunk[at] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#chunk[this.#start + size - 1] = rest;
  }

  double(value: number): void {
    this.#reserve(8);
    this.#start -= 8;
    this.#chunk.writeDoubleLE(value, this.#start);
  }

  /** Half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD. */
  text(value: string): void {
    if (value.length <= SHORT && this.#shortAscii(value)) return;
    const size = Buffer.byteLength(value);
    this.#reserve(size);
    this.#start -= size;
    this.#chunk.write(value, this.#start, size, "utf8");
    this.varint(size);
  }

  /** Puts in what was written elsewhere, without a copy. What was written there just after it is put in as one with it. */
  append({ bytes, start, end }: Segment): void {
    this.#flush();
    this.#fullBytes += end - start;
    const next = this.#full.at(-1);
    if (next !== undefined && next.bytes === bytes && next.start === end) {
      this.#full[this.#full.length - 1] = { bytes, start, end: next.end };
    } else {
      this.#full.push({ bytes, start, end });
    }
  }

  /** What has been written since `length` was `end`. */
  writtenSince(end: number): Segment {
    const size = this.length - end;
    const start = this.#start;
    const isInChunk = this.#chunk.length - start >= size;
    return isInChunk
      ? { bytes: this.#chunk, start, end: start + size }
      : { bytes: Buffer.concat(this.chunks(), size), start: 0, end: size };
  }

  /** Writes what stands before a message: its tag and its length. `end` is `length` from before the message was written. */
  endMessage(tag: number, end: number): void {
    this.varint(this.length - end);
    this.byte(tag);
  }

  /** What is written, in the order of the message. */
  chunks(): readonly Buffer[] {
    const full = this.#full.toReversed().map(({ bytes, start, end }) => bytes.subarray(start, end));
    return [this.#chunk.subarray(this.#start), ...full];
  }

  /** Whether the text is ASCII, and then written with its length. For a short one this is faster than Buffer's methods. */
  #shortAscii(value: string): boolean {
    const size = value.length;
    this.#reserve(size + 1);
    const at = this.#start - size;
    for (let index = 0; index < size; index++) {
      const code = value.charCodeAt(index);
      if (code >= 0x80) return false;
      this.#chunk[at + index] = code;
    }
    this.#chunk[at - 1] = size;
    this.#start = at - 1;
    return true;
  }

  #reserve(size: number): void {
    if (this.#start >= size) return;
    this.#flush();
    this.#chunkSize = Math.min(this.#chunkSize * 4, LARGEST_CHUNK);
    this.#start = Math.max(this.#chunkSize, size);
    this.#chunk = Buffer.allocUnsafe(this.#start);
  }

  /** What is left of the chunk is written to later. */
  #flush(): void {
    const end = this.#chunk.length;
    if (this.#start === end) return;
    this.#full.push({ bytes: this.#chunk, start: this.#start, end });
    this.#fullBytes += end - this.#start;
    this.#chunk = this.#chunk.subarray(0, this.#start);
  }
}

function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) size++;
  return size;
}
