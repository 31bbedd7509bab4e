import { closeSync, fstatSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** The checksums of the source, and of what was compiled from it. */
const HEADER_BYTES = 8;
const WRITABLE_BY_OTHERS = 0o022;

/** What V8 has compiled from one source. V8 itself compares its version, its flags and the length of the source. */
export class CodeCache {
  readonly #folder: string;
  readonly #name: string;
  readonly #sourceChecksum: number;

  /** @param folder of this version of Node */
  constructor(folder: string, source: Buffer) {
    this.#folder = folder;
    this.#sourceChecksum = crc32(source);
    this.#name = `service-${this.#sourceChecksum.toString(16)}.v8cache`;
  }

  /** Undefined where there is none, or one that is damaged, or that somebody else could have written: it would be run. */
  read(): Buffer | undefined {
    try {
      const kept = readOwnFile(join(this.#folder, this.#name));
      const code = kept?.subarray(HEADER_BYTES);
      if (code === undefined || kept?.readUInt32LE(0) !== this.#sourceChecksum) return undefined;
      return kept.readUInt32LE(4) === crc32(code) ? code : undefined;
    } catch {
      return undefined;
    }
  }

  /** As a whole or not at all: other plugins may start, or this one be ended, at any moment. */
  write(code: Buffer): void {
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt32LE(this.#sourceChecksum, 0);
    header.writeUInt32LE(crc32(code), 4);
    const temporary = `${this.#name}.${process.pid}`;
    try {
      // Never through a link that stands there already.
      writeFileSync(join(this.#folder, temporary), Buffer.concat([header, code]), { mode: 0o600, flag: "wx" });
      renameSync(join(this.#folder, temporary), join(this.#folder, this.#name));
    } catch {
      // A cache that cannot be written only costs time.
    }
    this.#removeTemporaryFiles();
  }

  /** Of this process, and of those that were ended while they wrote. One that another process writes now, it does without. */
  #removeTemporaryFiles(): void {
    try {
      const temporary = readdirSync(this.#folder).filter((name) => name.startsWith(`${this.#name}.`));
      for (const name of temporary) rmSync(join(this.#folder, name), { force: true });
    } catch {
      // As above.
    }
  }
}

/** Looks at the file that has been opened, as another may stand there a moment later. Windows has no such owners and modes. */
function readOwnFile(path: string): Buffer | undefined {
  const file = openSync(path, "r");
  try {
    const { uid, mode } = fstatSync(file);
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & WRITABLE_BY_OTHERS) === 0);
    return isOwn ? readFileSync(file) : undefined;
  } finally {
    closeSync(file);
  }
}
