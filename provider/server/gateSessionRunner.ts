import { InputError } from "../core/errors/InputError.ts";
import type { WithSession } from "../gates/withSession.ts";
import type { PropertyBag } from "./propertyBag.ts";
import type { ProviderState } from "./providerState.ts";
import { failuresWithoutSecretValues } from "./toCheckFailures.ts";

/** Sessions for the gate with this URN. What is wrong with its inputs is said without repeating a secret one. */
export function gateSessionRunner(
  state: ProviderState,
  urn: string,
  inputs: PropertyBag,
  signal: AbortSignal,
): WithSession {
  return async (work) => {
    try {
      return await work(state.session(signal, urn));
    } catch (error) {
      throw error instanceof InputError ? new InputError(failuresWithoutSecretValues(error.failures, inputs)) : error;
    }
  };
}
