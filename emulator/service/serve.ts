import type { Json } from "../../provider/core/json.ts";
import { isJsonObject } from "../../provider/core/json.ts";
import type { EmulatorState } from "../EmulatorState.ts";
import { applyFault } from "../faults/applyFault.ts";
import type { Fault } from "../faults/fault.ts";
import { JSON_TYPE, type Reply } from "../faults/reply.ts";
import { type RawRequest, readRequest, type ServiceRequest } from "./readRequest.ts";
import { type Outcome, respond } from "./respond.ts";
import { writeXml } from "./writeXml.ts";

/** Answers one request to the emulated service, and records it for `requests()`. */
export function serve(state: EmulatorState, raw: RawRequest): Reply {
  const request = readRequest(raw);
  const outcome = respond(state, request);
  const action = request.parameters.get("Action");
  // A request that is refused does not use up a fault.
  const fault = outcome.code === undefined && action !== undefined ? state.faults.take(action) : undefined;
  const honest = write(request, { ...outcome, body: rewritten(outcome.body, fault) });
  const reply = fault ? applyFault(fault, honest) : honest;
  state.requests.push({
    at: state.clock.now(),
    ...raw,
    parameters: Object.fromEntries(request.parameters),
    action,
    status: reply.status,
    code: outcome.code,
    fault: fault?.kind,
  });
  return { ...reply, headers: { ...dateHeader(state), ...reply.headers } };
}

function dateHeader({ modes, clock }: EmulatorState): Reply["headers"] {
  return modes.dateHeader === "sent" ? { date: new Date(clock.now()).toUTCString() } : {};
}

function rewritten(body: Json, fault: Fault | undefined): Json {
  return fault?.kind === "rewrite" && isJsonObject(body) ? fault.rewrite(body) : body;
}

/** JSON only when the request says so: XML is Alibaba's default. */
function write({ parameters }: ServiceRequest, { status, body, root }: Outcome): Reply {
  const isJson = parameters.get("Format")?.toUpperCase() === "JSON";
  return {
    status,
    headers: { "content-type": isJson ? JSON_TYPE : "text/xml;charset=utf-8" },
    body: isJson ? JSON.stringify(body) : writeXml(root, body),
  };
}
