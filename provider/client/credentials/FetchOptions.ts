import type { OpenConnections } from "../http/connectionOpener.ts";

/** How a source of keys is asked. */
export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly openConnections: OpenConnections;
}
