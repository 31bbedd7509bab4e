import { isJsonObject } from "../../provider/core/json.ts";
import type { EmulatorState } from "../EmulatorState.ts";
import { JSON_TYPE, type Reply, XML_TYPE } from "../faults/reply.ts";
import { answerRequest, type ServiceAnswer } from "./answerRequest.ts";
import { type ApiRequest, type RawRequest, readRequest } from "./readRequest.ts";
import { writeXml } from "./writeXml.ts";

/** Answers one request to the emulated service, and records it for `requests()`. */
export function handleRequest(state: EmulatorState, raw: RawRequest): Reply {
  const request = readRequest(raw);
  const outcome = answerRequest(state, request);
  const reply = replyTo(request, outcome);
  const { reusedConnection: _, ...asSent } = raw;
  state.requests.push({
    at: state.clock.now(),
    ...asSent,
    parameters: Object.fromEntries(request.parameters),
    action: request.action,
    status: reply.status,
    code: outcome.code,
    fault: outcome.met?.fault.name,
  });
  return { ...reply, headers: { ...dateHeader(state), ...reply.headers } };
}

/** The true reply, or what a fault makes of it, stage by stage. */
function replyTo(request: ApiRequest, outcome: ServiceAnswer): Reply {
  if (outcome.met === undefined) return write(request, outcome);
  const { fault, request: signed } = outcome.met;
  const { rewrite, rewriteText, reply } = fault.effect;
  const body = rewrite && isJsonObject(outcome.body) ? rewrite(outcome.body) : outcome.body;
  const trueReply = write(request, { ...outcome, body });
  const honest = rewriteText ? { ...trueReply, body: rewriteText(Buffer.from(trueReply.body).toString()) } : trueReply;
  return reply ? reply(honest, signed) : honest;
}

function dateHeader({ modes, clock }: EmulatorState): Reply["headers"] {
  return modes.dateHeader === "sent" ? { date: new Date(clock.now()).toUTCString() } : {};
}

function write({ format }: ApiRequest, { status, body, xmlRoot }: ServiceAnswer): Reply {
  return format === "json"
    ? { status, headers: { "content-type": JSON_TYPE }, body: JSON.stringify(body) }
    : { status, headers: { "content-type": XML_TYPE }, body: writeXml(xmlRoot, body) };
}
