import { CancelledError } from "../../core/errors/CancelledError.ts";

/** The work did not end in time. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

/** Settles when the work does, is cancelled or runs out of time, even if the work ignores its signal. */
export async function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  cancel: AbortSignal,
  ms: number,
): Promise<T> {
  if (cancel.aborted) throw new CancelledError();
  const stop = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener("abort", () => reject(stop.signal.reason), { once: true });
  });
  const timer = setTimeout(() => stop.abort(new DeadlineError()), ms);
  const onCancel = () => stop.abort(new CancelledError());
  cancel.addEventListener("abort", onCancel, { once: true });
  try {
    return await Promise.race([work(stop.signal), stopped]);
  } finally {
    clearTimeout(timer);
    cancel.removeEventListener("abort", onCancel);
  }
}
