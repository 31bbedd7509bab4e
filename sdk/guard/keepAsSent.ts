import { AsyncLocalStorage } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";

/**
 * For a transform that changes options alone: properties as the engine sent them, with their secrets and dependencies.
 * The engine calls from outside of the program, where the Automation API's inline programs do not know that it
 * understands secrets: Pulumi's SDK, left to itself, would send them back in clear.
 */
export function keepAsSent(): (props: pulumi.Inputs) => Promise<pulumi.Inputs> {
  return AsyncLocalStorage.bind((props: pulumi.Inputs) =>
    pulumi.runtime.serializeProperties("guard", props, { keepOutputValues: true }),
  );
}
