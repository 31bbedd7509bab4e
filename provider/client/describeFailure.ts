import type { ApiAction } from "../core/apiAction.ts";
import { redactToShortLine } from "../core/redactToShortLine.ts";
import { describeDuration } from "../core/time.ts";
import type { Fault } from "./fault.ts";
import type { Endpoint } from "./findEndpoint.ts";
import { clampRetryAfter } from "./retry/retryPause.ts";

/** A call that brought no answer, whatever was the matter. */
export interface FailedCall {
  readonly api: Pick<ApiAction, "action" | "permission">;
  /** The instance or plan of the request: `rm-prod`. */
  readonly subject: string;
  readonly endpoint: Endpoint;
  /** The proxy on the way to the endpoint. */
  readonly proxyLabel?: string | undefined;
  readonly attempts: number;
  readonly elapsedMs: number;
}

/** A failed call, with everything that its error message reports. */
type CallFailure = FailedCall & Fault;

/** Longer than any documented code. */
const MAX_CODE = 100;

/** Three lines: what happened, readable without the others; where, for a support ticket; what to do. */
export function describeFailure(failure: CallFailure): string {
  const { api, subject, endpoint, what, code, status, requestId, attempts, elapsedMs } = failure;
  const where = [
    code && `code ${redactToShortLine(code, MAX_CODE)}`,
    status && `HTTP ${status}`,
    requestId && `RequestId ${redactToShortLine(requestId, MAX_CODE)}`,
    `region ${endpoint.region}`,
    `endpoint ${failure.address ?? endpoint.url}`,
    proxyBefore(failure),
    pauseHint(failure.retryAfterMs),
    `${attempts} ${attempts === 1 ? "attempt" : "attempts"} in ${(elapsedMs / 1000).toFixed(1)} s`,
  ].filter((part) => typeof part === "string");
  return [
    `${api.action} for ${subject} failed: ${what}`,
    `  ${where.join(", ")}`,
    `  What to do: ${failure.remedy ?? remedy(failure)}.`,
  ].join("\n");
}

/** A proxy may answer in place of the service. Where it is what failed, the first line names it. */
function proxyBefore({ address, proxyLabel, what }: CallFailure): string | undefined {
  return proxyLabel === undefined || address !== undefined || what.includes(proxyLabel)
    ? undefined
    : `through the proxy ${proxyLabel}`;
}

function pauseHint(ms: number | undefined): string | undefined {
  if (ms === undefined) return undefined;
  const kept = clampRetryAfter(ms) < ms ? `, of which ${describeDuration(clampRetryAfter(ms))} are kept` : "";
  return `the service asked for a pause of ${describeDuration(ms)}${kept}`;
}

function remedy({ kind, api, subject, endpoint }: CallFailure): string {
  switch (kind) {
    case "network":
      return `check that ${endpoint.url} can be reached from here, and that region and endpoint are spelt right`;
    case "throttled":
      return "run again with less parallelism, or raise maxRetryTimeout";
    case "server":
      return "run again; if it persists, give the RequestId to Alibaba Cloud";
    case "instanceState":
      return `wait until ${subject} is running again; a gate with waitFor does`;
    case "clock":
      return "set this machine's clock: a signature is valid for 15 minutes only";
    case "credentials":
      return "the key may be wrong, inactive or expired: check accessKey, secretKey and securityToken";
    case "permission":
      return `grant the RAM action ${api.permission} to the user or role of this key`;
    case "notFound":
      return `check the ID ${subject} and that it lives in region ${endpoint.region} and in the account of this key`;
    case "request":
      return `check the arguments against the document of ${api.action}`;
    case "protocol":
      return "check that no proxy or captive portal answers in place of Alibaba Cloud; else give the RequestId to Alibaba Cloud";
  }
}
