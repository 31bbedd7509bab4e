import { AsyncLocalStorage } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";

/**
 * A hook that runs in preview too. The engine calls it from outside of the program, where the Automation API's inline
 * programs know neither their stack nor whether this is a preview: it is bound to the program that made it.
 */
export function guardHook(name: string, judge: (step: pulumi.ResourceHookArgs) => Promise<void>): pulumi.ResourceHook {
  return new pulumi.ResourceHook(name, AsyncLocalStorage.bind(judge), { onDryRun: true });
}
