import { show } from "../core/show.ts";

/** Why no reply came, in a word that holds nothing of the request: messages of HTTP clients quote it. */
export function describeNetworkError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const name = error instanceof Error ? error.name : "";
  if (/timeout|abort/i.test(name) || code === "ABORT_ERR") return "timed out";
  return show(code || name, 60) || "unknown fault";
}
