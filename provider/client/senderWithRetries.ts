import { CancelledError } from "../core/errors/CancelledError.ts";
import { type Attempt, attempt } from "./attempt.ts";
import { callError } from "./callError.ts";
import { keyRemedy } from "./credentials/keyRemedy.ts";
import { type Decode, decodeReply } from "./decodeReply.ts";
import { type Fault, isTransientFault } from "./fault.ts";
import { faultWithClockDifference } from "./faultWithClockDifference.ts";
import { RestartWithServiceTimeError } from "./RestartWithServiceTimeError.ts";
import type { Turn } from "./rate/TurnQueue.ts";
import { turnResult } from "./rate/turnResult.ts";
import { saysKeyExpired } from "./refusalKind.ts";
import type { RequestContext, ServiceRequest } from "./requestContext.ts";
import { retryPause } from "./retry/retryPause.ts";

/**
 * Sends a request, and sends it again while that can help and the bounds of its lookup allow it. `decode` says what the
 * reply means; a ReplyError of it is a fault like any other.
 *
 * @throws CallError for the last fault, RestartWithServiceTimeError where the lookup must begin anew with the right time.
 */
export type SendWithRetries = <Answer>(request: ServiceRequest, decode: Decode<Answer>) => Promise<Answer>;

const NO_TURN: Fault = {
  kind: "throttled",
  what: "no request could be sent in time: others to this endpoint were waiting before it.",
};

export function senderWithRetries(context: RequestContext): SendWithRetries {
  const { turns, endpoint, credentialCache, clock, host, mayRetry } = context;
  const { proxyLabel } = context.transport;

  return async (request, decode) => {
    const { bounds, signal } = request;
    const { failureTimer } = bounds;
    const began = host.elapsed();
    let [attempts, failures] = [0, 0];
    let renewed = false;
    let last: Fault = NO_TURN;
    const error = (fault: Fault) =>
      callError({ ...request, endpoint, proxyLabel, attempts, elapsedMs: host.elapsed() - began }, fault);

    for (;;) {
      const turn = await turns.take({ ...bounds, signal });
      if (turn === undefined) throw error(last);
      attempts++;
      const send = () => sendIn(turn, () => attempt(context, request));
      // Waiting for a turn does not count as failing; sending again does.
      const { outcome: reply, key, signedAt } = await (failures > 0 ? failureTimer.countTimeOf(send) : send());
      // The turn is over: the next request may leave before this reply is decoded.
      const outcome = "body" in reply ? await decodeReply(reply, decode) : reply;
      if ("answer" in outcome) return outcome.answer;
      if (signal.aborted) throw new CancelledError();
      last = outcome;
      const expired = key !== undefined && saysKeyExpired(outcome);
      if (expired && !renewed && credentialCache.invalidate(key)) {
        renewed = true;
        continue;
      }
      if (outcome.kind === "credentials") {
        throw error({ remedy: keyRemedy(credentialCache, { expired, renewed }), ...outcome });
      }
      if (outcome.kind === "clock") {
        // Another request may have learned it already.
        const wasWrong = clock.learn(outcome.serviceTime, signedAt);
        if (!wasWrong || !mayRetry || !bounds.mayRestartWithServiceTime)
          throw error(faultWithClockDifference(outcome, clock));
        bounds.mayRestartWithServiceTime = false;
        throw new RestartWithServiceTimeError();
      }
      if (!mayRetry || !isTransientFault(outcome)) throw error(outcome);
      // That is not failing: when the next one may leave, the queue knows.
      if (outcome.kind === "throttled") continue;
      failures++;
      const leftMs = Math.min(failureTimer.leftMs, bounds.endsAtElapsedMs - host.elapsed());
      if (leftMs <= 0) throw error(outcome);
      const pauseMs = Math.min(retryPause(failures, host.random, outcome.retryAfterMs), leftMs);
      await failureTimer.countTimeOf(() => host.sleep(pauseMs, signal));
    }
  };
}

async function sendIn(turn: Turn, send: () => Promise<Attempt>): Promise<Attempt> {
  let result: Attempt | undefined;
  try {
    result = await send();
    return result;
  } finally {
    turn.end(turnResult(result?.outcome));
  }
}
