import type { Json } from "../../provider/core/json.ts";
import type { EmulatorState } from "../EmulatorState.ts";
import type { Modes } from "../modes.ts";
import { answer } from "./answer.ts";
import { authenticate } from "./authenticate.ts";
import { authorize } from "./authorize.ts";
import { checkParameters } from "./checkParameters.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { dialectOf } from "./dialects/dialectOf.ts";
import { findOperation } from "./findOperation.ts";
import { gatewayError } from "./gatewayError.ts";
import { Refusal } from "./Refusal.ts";
import type { ServiceRequest } from "./readRequest.ts";
import { rejectMalformed } from "./rejectMalformed.ts";

/** A reply before it is written as JSON or XML. */
export interface Outcome {
  readonly status: number;
  readonly body: Json;
  /** The name of the outermost element in XML. */
  readonly root: string;
  /** The error code of a refusal. */
  readonly code: string | undefined;
}

/** The checks in Alibaba's order, then the answer. */
export function respond(state: EmulatorState, request: ServiceRequest): Outcome {
  let dialect: Dialect | undefined;
  try {
    rejectMalformed(request);
    const operation = findOperation(request, state.operations);
    const { credentials, clock, nonces, modes, records } = state;
    const credential = authenticate(request, {
      credentials,
      clock,
      nonces,
      checkTimestamps: modes.timestamps === "checked",
    });
    const own = dialectOf(operation);
    const denial = productDenial(own, modes);
    if (denial) dialect = own;
    authorize(operation, credential, denial);
    // The gateway's checks end here: later errors have the product's own form.
    dialect = own;
    checkParameters(operation, own, request.parameters);
    const body = answer({
      operation,
      dialect: own,
      parameters: request.parameters,
      store: records,
      modes,
      now: clock.now(),
    });
    return { status: 200, body, root: `${operation.api.action}Response`, code: undefined };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const body = dialect?.errorBody?.(error) ?? gatewayError(error, dialect?.hostId ?? "emulator");
    return { status: error.status, body, root: "Error", code: error.code };
  }
}

/** How the product itself refuses a key without permission, where the modes say that it does. */
function productDenial({ denial }: Dialect, modes: Modes): Refusal | undefined {
  if (denial === undefined || modes.denial === "gateway") return undefined;
  return new Refusal(denial, "Have no Permissions", { status: modes.denial === "product200" ? 200 : undefined });
}
