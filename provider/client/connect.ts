import type { Api } from "../core/api.ts";
import { CancelledError } from "../core/errors/CancelledError.ts";
import { ReplyError } from "../core/errors/ReplyError.ts";
import { ServiceError } from "../core/errors/ServiceError.ts";
import type { Host } from "../core/host.ts";
import { redact } from "../core/redact.ts";
import { show } from "../core/show.ts";
import { backoffMs, mayRetry } from "./backoff.ts";
import type { Credentials } from "./credentials/Credentials.ts";
import { CredentialsError } from "./credentials/CredentialsError.ts";
import type { CredentialCache } from "./credentials/createCredentialCache.ts";
import { keyRemedy } from "./credentials/keyRemedy.ts";
import { describeFailure } from "./describeFailure.ts";
import { describeNetworkError } from "./describeNetworkError.ts";
import { tellsExpiry } from "./errorKind.ts";
import type { Fault } from "./fault.ts";
import type { Endpoint } from "./findEndpoint.ts";
import type { PopTransport, RawReply } from "./popTransport.ts";
import { readReply } from "./readReply.ts";
import type { ServiceReply } from "./reply.ts";
import type { Settings } from "./settings.ts";

interface ConnectOptions {
  readonly transport: PopTransport;
  readonly endpoint: Endpoint;
  readonly credentialCache: CredentialCache;
  readonly settings: Settings;
  readonly host: Host;
  readonly signal: AbortSignal;
}

const MAX_MESSAGE = 400;

export interface CallRequest {
  readonly api: Api;
  readonly parameters: Readonly<Record<string, string>>;
  /** The instance or plan, for messages: `rm-prod`. */
  readonly subject: string;
}

/**
 * Sends a request, and sends it again while that can help. `decode` says what its reply means; a ReplyError of it is a
 * fault like any other.
 *
 * @throws ServiceError for the last fault.
 */
export type Call = <Answer>(request: CallRequest, decode: (reply: ServiceReply) => Answer) => Promise<Answer>;

export function connect({ transport, endpoint, credentialCache, settings, host, signal }: ConnectOptions): Call {
  const budgetMs = (settings.maxRetryTimeout ?? 60) * 1000;

  return async (request, decode) => {
    const { api, subject } = request;
    const began = host.now();
    let failingSince: number | undefined;
    let renewed = false;
    for (let attempts = 1; ; attempts++) {
      if (signal.aborted) throw new CancelledError();
      const { outcome, key } = await attempt(request, decode);
      if ("answer" in outcome) return outcome.answer;
      if (signal.aborted) throw new CancelledError();
      const expired = key !== undefined && tellsExpiry(outcome);
      if (expired && !renewed && credentialCache.invalidate(key)) {
        renewed = true;
        continue;
      }
      const waitMs = backoffMs(attempts, host.random, outcome.retryAfterMs);
      const elapsedMs = host.now() - began;
      // The retry budget starts at the first fault: waiting for a connection or for credentials does not count.
      failingSince ??= host.now();
      if (!mayRetry(outcome.kind, attempts) || host.now() - failingSince + waitMs > budgetMs) {
        const { kind, code, status, requestId, retryAfterMs, address } = outcome;
        const what = show(outcome.what, MAX_MESSAGE);
        const remedy =
          outcome.remedy ?? (kind === "credentials" ? keyRemedy(credentialCache, { expired, renewed }) : undefined);
        const fault = { kind, what, code, status, requestId, remedy, address };
        const failure = { api, subject, endpoint, ...fault, attempts, elapsedMs };
        const details = { kind, code, status, requestId, retryAfterMs };
        throw new ServiceError(redact(describeFailure(failure)), details);
      }
      await host.sleep(waitMs, signal);
    }
  };

  async function attempt<Answer>(
    request: CallRequest,
    decode: (reply: ServiceReply) => Answer,
  ): Promise<Attempt<Answer>> {
    let key: Credentials;
    try {
      key = await credentialCache.get();
    } catch (error) {
      if (error instanceof CredentialsError) return { outcome: { kind: "credentials", ...error.failure } };
      throw error;
    }
    return { outcome: await send(request, key, decode), key };
  }

  async function send<Answer>(
    { api, parameters }: CallRequest,
    credentials: Credentials,
    decode: (reply: ServiceReply) => Answer,
  ): Promise<Outcome<Answer>> {
    let raw: RawReply;
    try {
      raw = await transport.send(api.action, parameters, { credentials, signal });
    } catch (error) {
      return { kind: "network", what: `no reply came (${describeNetworkError(error)}).` };
    }
    let requestId: string | undefined;
    try {
      const reply = readReply(raw, api.errorCodes);
      requestId = reply.requestId;
      return "body" in reply ? { answer: decode(reply) } : reply;
    } catch (error) {
      if (error instanceof ReplyError) return { kind: "protocol", what: error.message, status: raw.status, requestId };
      throw error;
    }
  }
}

type Outcome<Answer> = { readonly answer: Answer } | Fault;

interface Attempt<Answer> {
  readonly outcome: Outcome<Answer>;
  /** The credentials that signed the request; undefined when the source gave none. */
  readonly key?: Credentials;
}
