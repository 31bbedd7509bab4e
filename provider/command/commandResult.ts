import type { ExitCode } from "./exitCodes.ts";

/** What a command leaves behind. */
export interface CommandResult {
  /** For standard output: whole lines, or nothing. */
  readonly text: string;
  readonly code: ExitCode;
  /** What a build server shows of it, beside the log. */
  readonly summary?: CiJobSummary;
}

export interface CiJobSummary {
  /** One line that stands alone. */
  readonly headline: string;
  /** The whole report, as text. */
  readonly report: string;
  readonly markdown: string;
}
