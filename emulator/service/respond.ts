import type { Json } from "../../provider/core/json.ts";
import type { EmulatorState } from "../EmulatorState.ts";
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
import { refuseSlips } from "./refuseSlips.ts";

/** What the service has to say, not yet written as JSON or XML. */
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
    refuseSlips(request);
    const operation = findOperation(request, state.operations);
    const { credentials, clock, nonces, modes, records } = state;
    const credential = authenticate(request, {
      credentials,
      clock,
      nonces,
      checkTimestamps: modes.timestamps === "checked",
    });
    authorize(operation, credential);
    // The gateway is passed: from here on the product itself refuses, in its own form.
    dialect = dialectOf(operation);
    checkParameters(operation, dialect, request.parameters);
    const body = answer({
      operation,
      dialect,
      parameters: request.parameters,
      store: records,
      modes,
      now: clock.now(),
    });
    return { status: 200, body, root: `${operation.action}Response`, code: undefined };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const body = dialect?.errorBody?.(error) ?? gatewayError(error, dialect?.hostId ?? "emulator");
    return { status: error.status, body, root: "Error", code: error.code };
  }
}
