import type { Json } from "../../provider/core/json.ts";
import type { EmulatorState } from "../EmulatorState.ts";
import type { DueFault } from "../faults/FaultRules.ts";
import type { Modes } from "../modes.ts";
import type { AuthenticatedRequest } from "./AuthenticatedRequest.ts";
import { authenticate } from "./authenticate.ts";
import { authorize } from "./authorize.ts";
import { checkParameters } from "./checkParameters.ts";
import type { ApiVersionDialect } from "./dialects/ApiVersionDialect.ts";
import { dialectOf } from "./dialects/dialectOf.ts";
import { findOperation } from "./findOperation.ts";
import { gatewayErrorBody } from "./gatewayErrorBody.ts";
import { listReplyBody } from "./listReplyBody.ts";
import { Refusal } from "./Refusal.ts";
import { readPaging } from "./readPaging.ts";
import type { ApiRequest } from "./readRequest.ts";
import { rejectRepeatedOrStringified } from "./rejectRepeatedOrStringified.ts";
import { requestSubjects } from "./requestSubjects.ts";
import { hasV3Signature } from "./signatures/hasV3Signature.ts";
import { readV2Signature } from "./signatures/readV2Signature.ts";
import { readV3Signature } from "./signatures/readV3Signature.ts";

/** A reply before it is written as JSON or XML. */
export interface ServiceAnswer {
  readonly status: number;
  readonly body: Json;
  /** The name of the outermost element in XML. */
  readonly xmlRoot: string;
  /** The error code of a refusal. */
  readonly code: string | undefined;
  /** What the request met. A request that is refused leaves a fault to the next one. */
  readonly met?: { readonly fault: DueFault; readonly request: AuthenticatedRequest } | undefined;
}

/** The checks in Alibaba's order, then the answer. */
export function answerRequest(state: EmulatorState, request: ApiRequest): ServiceAnswer {
  const { credentials, clock, nonces, modes, records } = state;
  let dialect: ApiVersionDialect | undefined;
  try {
    rejectRepeatedOrStringified(request);
    const signature = hasV3Signature(request.headers) ? readV3Signature(request) : readV2Signature(request);
    const operation = findOperation(request, state.operations);
    const checkTimestamps = modes.timestamps === "checked";
    const credential = authenticate(signature, { credentials, clock, nonces, checkTimestamps });
    const own = dialectOf(operation);
    const denial = productDenial(own, modes);
    if (denial) dialect = own;
    authorize(operation, credential, denial);
    // The gateway's checks end here: later errors have the product's own form.
    dialect = own;
    const { parameters, reusedConnection } = request;
    checkParameters(operation, own, parameters);
    const question = { operation, dialect: own, parameters, store: records, modes, now: clock.now() };
    const honest = listReplyBody(question);
    const fault = state.faults.take({
      operation,
      subjects: requestSubjects(operation, own, parameters),
      page: (readPaging(operation, own, parameters)?.pagesBefore ?? 0) + 1,
      reusedConnection,
    });
    return {
      status: 200,
      body: fault?.effect.page ? listReplyBody({ ...question, change: fault.effect.page }) : honest,
      xmlRoot: `${operation.api.action}Response`,
      code: undefined,
      met: fault && { fault, request: { ...request, signature } },
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const body = dialect?.errorBody?.(error) ?? gatewayErrorBody(error, dialect?.hostId ?? "emulator");
    return { status: error.status, body, xmlRoot: "Error", code: error.code };
  }
}

/** How the product itself refuses a key without permission, where the modes say that it does. */
function productDenial({ denial }: ApiVersionDialect, modes: Modes): Refusal | undefined {
  if (denial === undefined || modes.denial === "gateway") return undefined;
  return new Refusal(denial, "Have no Permissions", { status: modes.denial === "product200" ? 200 : undefined });
}
