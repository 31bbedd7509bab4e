import type { Client } from "../client/openClient.ts";
import type { Host } from "../core/host.ts";
import type { Row } from "../core/row.ts";

/** What a lookup works with: made once per configured provider. */
export interface Session {
  readonly client: Client;
  readonly host: Host;
  readonly signal: AbortSignal;
  /** Told to the user while the lookup goes on. */
  readonly warn: (message: string) => void;
  /** Identical lookups in flight share one reading; nothing that has finished is kept. */
  readonly inFlight: Map<string, Promise<Rows>>;
}

/** A whole answer, newest first. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly region: string;
  /** What answered: see `Endpoint.place`. */
  readonly place: string;
  /** The service's time from its `Date` header, else the local clock. */
  readonly now: number;
}
