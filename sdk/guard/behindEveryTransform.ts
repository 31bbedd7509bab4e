import type * as pulumi from "@pulumi/pulumi";
import { getCallbacks } from "@pulumi/pulumi/runtime/settings.js";

type Options = pulumi.CustomResourceOptions | pulumi.ComponentResourceOptions;

/**
 * Calls `amend` with the options that a transform of the program gives, also one that is registered later. The engine
 * lets the last transform decide, and those that are registered together reach it in any order: one that gives `hooks`
 * of its own would take the guard away, and nobody would be told.
 */
export function behindEveryTransform(amend: (args: pulumi.ResourceTransformArgs, opts: Options) => Options): void {
  const callbacks = getCallbacks();
  if (callbacks === undefined) return;
  const register = callbacks.registerStackTransform.bind(callbacks);
  callbacks.registerStackTransform = (transform) =>
    register(async (args) => {
      const result = await transform(args);
      // Without any options the engine keeps those that there are.
      return result?.opts ? { props: result.props, opts: amend(args, result.opts) } : result;
    });
}
