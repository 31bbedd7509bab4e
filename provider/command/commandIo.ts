import type { Host } from "../core/host.ts";

/** What a command reads and tells while it works. What it leaves is its result. */
export interface CommandIo {
  readonly host: Host;
  /** Ends what is in flight. */
  readonly signal: AbortSignal;
  /** The text of a file; `-` is standard input. @throws Error of the system. */
  readonly readText: (path: string) => string;
  /** @throws Error of the system. */
  readonly writeFile: (path: string, text: string) => void;
  /** For a person, beside the result: a line on standard error. */
  readonly tell: (line: string) => void;
  /** The same for a line that replaces the one before, where the terminal can do that. */
  readonly status: (line: string) => void;
}
