import type * as pulumi from "@pulumi/pulumi";
import { callbackServer } from "../internals.ts";

type Options = pulumi.CustomResourceOptions | pulumi.ComponentResourceOptions;

/**
 * Passes the options that any later transform returns through `amend`. The engine lets the last transform decide: one
 * that returns `hooks` of its own would remove the guard, without any message. Transforms that are registered together
 * reach the engine in any order, so each one is sent after the one before has arrived, and resources wait for the last.
 */
export function amendLaterTransformOptions(
  amend: (args: pulumi.ResourceTransformArgs, opts: Options) => Options,
): void {
  const callbacks = callbackServer();
  const register = callbacks.registerStackTransform.bind(callbacks);
  const awaitArrival = callbacks.awaitStackRegistrations.bind(callbacks);
  let pending: Promise<void> = awaitArrival();
  callbacks.awaitStackRegistrations = () => pending.then(awaitArrival);
  callbacks.registerStackTransform = (transform) => {
    const amendedTransform: pulumi.ResourceTransform = async (args) => {
      const result = await transform(args);
      // A transform that returns no options leaves the current ones in place.
      return result?.opts ? { props: result.props, opts: amend(args, result.opts) } : result;
    };
    pending = pending.then(() => {
      register(amendedTransform);
      return awaitArrival();
    });
  };
}
