import type { ApiAction } from "../core/apiAction.ts";
import type { Host } from "../core/host.ts";
import type { CredentialCache } from "./credentials/createCredentialCache.ts";
import type { Endpoint } from "./findEndpoint.ts";
import type { PopTransport } from "./popTransport.ts";
import type { TurnQueue } from "./rate/TurnQueue.ts";
import type { LookupBounds } from "./retry/LookupBounds.ts";
import type { ServiceClock } from "./ServiceClock.ts";

/** What all requests to one version of one service have in common. */
export interface RequestContext {
  readonly transport: PopTransport;
  readonly turns: TurnQueue;
  readonly endpoint: Endpoint;
  readonly credentialCache: CredentialCache;
  readonly clock: ServiceClock;
  readonly host: Host;
  /** False: nothing is tried twice. */
  readonly mayRetry: boolean;
}

/** A request, and the lookup that it belongs to. */
export interface ServiceRequest {
  readonly api: ApiAction;
  readonly parameters: Readonly<Record<string, string>>;
  /** The instance or plan, for messages: `rm-prod`. */
  readonly subject: string;
  /** Of the lookup that this request belongs to. */
  readonly bounds: LookupBounds;
  readonly signal: AbortSignal;
}
