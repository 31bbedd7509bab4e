import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** The checksums of the source, and of what was compiled from it. */
const HEADER_BYTES = 8;

/** What V8 has compiled from one file. V8 itself compares its version, its flags and the length of the source. */
export class CodeCache {
  readonly #path: string;
  readonly #sourceChecksum: number;

  /**
   * @param folder where nobody else can write: what is in it is run
   * @param file the path of the source: each installation of the package has a cache of its own
   */
  constructor(folder: string, file: string, source: Buffer) {
    this.#path = join(folder, `${crc32(file).toString(16)}.service`);
    this.#sourceChecksum = crc32(source);
  }

  /** Undefined where there is none, or none of this source, or one that is damaged. */
  read(): Buffer | undefined {
    try {
      const kept = readFileSync(this.#path);
      const code = kept.subarray(HEADER_BYTES);
      return kept.readUInt32LE(0) === this.#sourceChecksum && kept.readUInt32LE(4) === crc32(code) ? code : undefined;
    } catch {
      return undefined;
    }
  }

  /** As a whole or not at all: other plugins may start, or this one be ended, at any moment. */
  write(code: Buffer): void {
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt32LE(this.#sourceChecksum, 0);
    header.writeUInt32LE(crc32(code), 4);
    const own = `${this.#path}.${process.pid}`;
    try {
      writeFileSync(own, Buffer.concat([header, code]), { mode: 0o600 });
      renameSync(own, this.#path);
    } catch {
      // A cache that cannot be written only costs time.
      rmSync(own, { force: true });
    }
  }
}
