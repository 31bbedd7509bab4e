import type * as pulumi from "@pulumi/pulumi";
import { getCallbacks } from "@pulumi/pulumi/runtime/settings.js";

type Options = pulumi.CustomResourceOptions | pulumi.ComponentResourceOptions;

/**
 * Calls `amend` with the options that a transform gives which is registered later. The engine lets the last transform
 * decide: one that gives `hooks` of its own would take the guard away, and nobody would be told. Those that are
 * registered together reach it in any order, so each is sent when the one before has arrived, and resources wait.
 */
export function behindEveryTransform(amend: (args: pulumi.ResourceTransformArgs, opts: Options) => Options): void {
  const callbacks = getCallbacks();
  if (callbacks === undefined) return;
  const register = callbacks.registerStackTransform.bind(callbacks);
  const arrived = callbacks.awaitStackRegistrations.bind(callbacks);
  let sent: Promise<void> = arrived();
  callbacks.awaitStackRegistrations = () => sent.then(arrived);
  callbacks.registerStackTransform = (transform) => {
    const amended: pulumi.ResourceTransform = async (args) => {
      const result = await transform(args);
      // Without any options the engine keeps those that there are.
      return result?.opts ? { props: result.props, opts: amend(args, result.opts) } : result;
    };
    sent = sent.then(() => {
      register(amended);
      return arrived();
    });
  };
}
