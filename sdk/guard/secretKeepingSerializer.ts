import { AsyncLocalStorage } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";

/**
 * For a transform that changes options alone: returns the properties as the engine sent them, secrets and dependencies
 * included. The engine calls a transform outside of the program's async context, where the SDK of an inline program
 * (Automation API) does not know that the engine supports secrets, and would send them back in clear.
 */
export function secretKeepingSerializer(): (props: pulumi.Inputs) => Promise<pulumi.Inputs> {
  return AsyncLocalStorage.bind((props: pulumi.Inputs) =>
    pulumi.runtime.serializeProperties("guard", props, { keepOutputValues: true }),
  );
}
