import { CancelledError } from "../core/errors/CancelledError.ts";
import { ReplyError } from "../core/errors/ReplyError.ts";
import { ServiceError } from "../core/errors/ServiceError.ts";
import type { Host } from "../core/host.ts";
import type { Operation } from "../core/operation.ts";
import type { PagePosition } from "../core/readPage.ts";
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
import type { Endpoint } from "./findEndpoint.ts";
import type { PopTransport, RawReply } from "./popTransport.ts";
import type { DatedPage, Fault } from "./readReply.ts";
import { readReply } from "./readReply.ts";
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

/** Requests one page, and retries while that can help. @throws ServiceError for the last fault. */
export type CallPage = (
  operation: Operation,
  parameters: Readonly<Record<string, string>>,
  subject: string,
  position: PagePosition,
) => Promise<DatedPage>;

export function connect({ transport, endpoint, credentialCache, settings, host, signal }: ConnectOptions): CallPage {
  const budgetMs = (settings.maxRetryTimeout ?? 60) * 1000;

  return async (operation, parameters, subject, position) => {
    const began = host.now();
    let failingSince: number | undefined;
    let renewed = false;
    for (let attempts = 1; ; attempts++) {
      if (signal.aborted) throw new CancelledError();
      const { outcome, key } = await attempt(operation, parameters, position);
      if ("rows" in outcome) return outcome;
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
        const failure = { operation, subject, endpoint, ...fault, attempts, elapsedMs };
        const details = { kind, code, status, requestId, retryAfterMs };
        throw new ServiceError(redact(describeFailure(failure)), details);
      }
      await host.sleep(waitMs, signal);
    }
  };

  async function attempt(
    operation: Operation,
    parameters: Readonly<Record<string, string>>,
    position: PagePosition,
  ): Promise<Attempt> {
    let key: Credentials;
    try {
      key = await credentialCache.get();
    } catch (error) {
      if (error instanceof CredentialsError) return { outcome: { kind: "credentials", ...error.failure } };
      throw error;
    }
    return { outcome: await ask(operation, parameters, key, position), key };
  }

  async function ask(
    operation: Operation,
    parameters: Readonly<Record<string, string>>,
    credentials: Credentials,
    position: PagePosition,
  ): Promise<DatedPage | Fault> {
    let raw: RawReply;
    try {
      raw = await transport.send(operation.api.action, parameters, { credentials, signal });
    } catch (error) {
      return { kind: "network", what: `no reply came (${describeNetworkError(error)}).` };
    }
    try {
      return readReply(operation, raw, position);
    } catch (error) {
      if (error instanceof ReplyError) return { kind: "protocol", what: error.message, status: raw.status };
      throw error;
    }
  }
}

interface Attempt {
  readonly outcome: DatedPage | Fault;
  /** The credentials that signed the request; undefined when the source gave none. */
  readonly key?: Credentials;
}
