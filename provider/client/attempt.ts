import { ReplyError } from "../core/errors/ReplyError.ts";
import { formatTime } from "../core/time.ts";
import type { Credentials } from "./credentials/Credentials.ts";
import { KeyFetchError } from "./credentials/KeyFetchError.ts";
import type { Fault } from "./fault.ts";
import type { HttpReply } from "./http/exchange.ts";
import { networkFault } from "./networkFault.ts";
import { readReply } from "./readReply.ts";
import { replyFault } from "./replyFault.ts";
import type { RequestContext, ServiceRequest } from "./requestContext.ts";
import type { ServiceReply } from "./serviceReply.ts";

/** What came of sending a request once. */
export interface Attempt {
  readonly outcome: ServiceReply | Fault;
  /** The credentials that signed the request; undefined when the source gave none. */
  readonly key: Credentials | undefined;
  /** The time in the request. */
  readonly signedAt: number;
}

/** Sends a request once. What the signal ended looks like any other fault: the caller knows. */
export async function attempt(context: RequestContext, request: ServiceRequest): Promise<Attempt> {
  const { credentialCache, clock } = context;
  let key: Credentials;
  try {
    key = await credentialCache.get();
  } catch (error) {
    if (!(error instanceof KeyFetchError)) throw error;
    return { outcome: keyFault(error), key: undefined, signedAt: clock.now() };
  }
  const signedAt = Math.floor(clock.now() / 1000) * 1000;
  return { outcome: await send(context, request, { key, signedAt }), key, signedAt };
}

async function send(
  { transport, endpoint, host, mayRetry }: RequestContext,
  { api, parameters, bounds, signal }: ServiceRequest,
  { key, signedAt }: { readonly key: Credentials; readonly signedAt: number },
): Promise<Attempt["outcome"]> {
  let raw: HttpReply;
  try {
    raw = await transport.send(api.action, parameters, {
      credentials: key,
      signal,
      timestamp: formatTime(signedAt),
      timeoutMs: Math.max(1, bounds.endsAtElapsedMs - host.elapsed()),
      mayRetryStaleConnection: mayRetry,
    });
  } catch (error) {
    if (error instanceof ReplyError) return tooLarge(error);
    return networkFault(error, endpoint.url);
  }
  const { status } = raw;
  try {
    return readReply(raw, api.errorCodes);
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
    return replyFault(error, { status });
  }
}

/** What gives keys was asked several times: it is not asked again by this lookup, but may answer a later one. */
function keyFault({ failure }: KeyFetchError): Fault {
  const { passing, ...rest } = failure;
  return { ...rest, kind: "credentials", mayPassLater: passing };
}

/** The next reply would be as large. */
function tooLarge({ message, remedy }: ReplyError): Fault {
  return { kind: "protocol", what: message, remedy, isFinal: true };
}
