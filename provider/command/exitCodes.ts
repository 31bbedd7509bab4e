import type { CallErrorKind } from "../core/errors/CallError.ts";
import type { Verdict } from "../lookups/verdict.ts";

/**
 * How the command ends. Scripts compare with these numbers, so they stay (docs/command.md). Those above 60 are from the
 * system's `sysexits.h`, those above 128 what a shell tells of a signal.
 */
export const exitCodes = {
  /** A pass; of any other command than `check`: it did what it was asked for. */
  done: 0,
  /** The verdict `fail`; nothing good enough was there. */
  fail: 1,
  pending: 2,
  /** The verdict `unknown`; a page with a gap in it. */
  unknown: 3,
  /** Arguments or settings are wrong, or the service does not know what was asked for. */
  usage: 64,
  /** No answer, where there is no verdict that says so: network, throttling, a fault of the service. */
  unavailable: 69,
  /** A fault of this command. */
  internal: 70,
  /** The output could not be written. */
  output: 74,
  /** The service answered, and the answer cannot be believed. */
  protocol: 76,
  /** The key, its permission or the clock: the service refused. */
  denied: 77,
  interrupted: 130,
  brokenPipe: 141,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const verdictExitCodes: Readonly<Record<Verdict, ExitCode>> = {
  pass: exitCodes.done,
  fail: exitCodes.fail,
  pending: exitCodes.pending,
  unknown: exitCodes.unknown,
};

/** Of commands that have no verdict to say it with. */
export const serviceErrorExitCodes: Readonly<Record<CallErrorKind, ExitCode>> = {
  network: exitCodes.unavailable,
  throttled: exitCodes.unavailable,
  server: exitCodes.unavailable,
  instanceState: exitCodes.unavailable,
  protocol: exitCodes.protocol,
  clock: exitCodes.denied,
  credentials: exitCodes.denied,
  permission: exitCodes.denied,
  notFound: exitCodes.usage,
  request: exitCodes.usage,
};
