import type { AlicloudClient } from "../client/openClient.ts";
import type { CallerLimits } from "../client/retry/LookupBounds.ts";
import type { Host } from "../core/host.ts";
import type { JsonObject } from "../core/json.ts";
import type { Row } from "../core/row.ts";
import type { SharedReadings } from "./SharedReadings.ts";

export type { CallerLimits };

/** What a caller makes of records while their list is still being read. What the lookup returns has these very objects. */
export interface EarlyRecords {
  /** The list is read from its beginning: of what came before, nothing is returned. */
  readonly beginPass: () => void;
  /** The records of a page: of most pages of a long list. Some of them may be left out. */
  readonly add: (records: readonly JsonObject[]) => void;
}

/** What a lookup works with: made once per configured provider. */
export interface Session {
  readonly client: AlicloudClient;
  readonly host: Host;
  /** Of the caller: ends what is looked up for it. */
  readonly signal: AbortSignal;
  /** Told to the user while the lookup goes on. */
  readonly warn: (message: string) => void;
  readonly readings: SharedReadings<RowsWithPlace>;
  readonly earlyRecords?: EarlyRecords;
  /** Of the caller; what the settings say comes on top. */
  readonly limits?: CallerLimits;
}

/** A whole answer, newest first. */
export interface RowsWithPlace {
  readonly rows: readonly Row[];
  readonly region: string;
  /** What answered: see `Endpoint.regionOrUrl`. */
  readonly regionOrUrl: string;
  /** The service's time from its `Date` header, else the local clock. */
  readonly now: number;
}
