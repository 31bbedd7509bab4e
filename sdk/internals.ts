import * as pulumi from "@pulumi/pulumi";
import * as mocks from "@pulumi/pulumi/runtime/mocks.js";
import * as settings from "@pulumi/pulumi/runtime/settings.js";
import { version } from "@pulumi/pulumi/version.js";

/**
 * Everything that this package uses of `@pulumi/pulumi` although Pulumi does not document it. Each is checked when it is
 * used: without it the guard could let a change through, so the program must end, with an error that names the version.
 */

/** Pulumi's server for transforms and hooks, through which the engine calls the program. */
export type CallbackServer = Pick<
  NonNullable<ReturnType<typeof settings.getCallbacks>>,
  "registerStackTransform" | "awaitStackRegistrations"
>;

/** True in a unit test with `setMocks`, which has no engine. */
export function underMocks(): boolean {
  if (typeof mocks.MockMonitor !== "function") throw missingInternal("runtime.mocks.MockMonitor");
  return pulumi.runtime.getMonitor() instanceof mocks.MockMonitor;
}

/** @throws RunError outside of a Pulumi program, and for a version of Pulumi that has another server. */
export function callbackServer(): CallbackServer {
  if (typeof settings.getCallbacks !== "function") throw missingInternal("runtime.settings.getCallbacks");
  const server = settings.getCallbacks();
  if (server === undefined) throw missingInternal("a callback server");
  for (const method of ["registerStackTransform", "awaitStackRegistrations"] as const) {
    if (typeof server[method] !== "function") throw missingInternal(`CallbackServer.${method}`);
  }
  return server;
}

/**
 * Waits until the program has ended: until the stack's own data are there and, after that, no call to the engine is left,
 * which is what Pulumi itself waits for. By then callbacks have run and components of other languages are made. Rejects
 * when the program fails.
 *
 * @throws RunError at once, before any waiting, for a version of Pulumi that cannot be waited for.
 */
export function programEnd(stack: pulumi.Resource): Promise<void> {
  const runtime: object = pulumi.runtime;
  if (!("waitForRPCs" in runtime) || typeof runtime.waitForRPCs !== "function")
    throw missingInternal("runtime.waitForRPCs");
  const { waitForRPCs } = runtime;
  if (!("__data" in stack) || !isPromiseLike(stack.__data)) throw missingInternal("ComponentResource.__data");
  return Promise.resolve(stack.__data).then(() => waitForRPCs());
}

/** A hook that does nothing, for Pulumi's mocks: a real one would make the resource that it is bound to wait for ever. */
export function idleHook(name: string): pulumi.ResourceHook {
  const hook: unknown = Object.assign(Object.create(pulumi.ResourceHook.prototype), {
    __pulumiResourceHook: true,
    __registered: Promise.resolve(),
    name,
    callback: () => Promise.resolve(),
  });
  if (!pulumi.ResourceHook.isInstance(hook)) throw missingInternal("ResourceHook.__pulumiResourceHook");
  return hook;
}

/** A result whose value is unknown in this preview. */
export function unknownResult<Result>(): Result {
  if (typeof pulumi.runtime.unknownValue !== "string") throw missingInternal("runtime.unknownValue");
  const result = pulumi.runtime.deserializeProperty(pulumi.runtime.unknownValue);
  if (result?.__pulumiUnknown !== true) throw missingInternal("runtime.deserializeProperty for unknown values");
  return result;
}

function missingInternal(name: string): pulumi.RunError {
  return new pulumi.RunError(
    `@pulumi/pulumi ${version} lacks ${name}, which pulumi-alicloud-backups needs. Install a version of @pulumi/pulumi ` +
      "that the README of pulumi-alicloud-backups names, and run again.",
  );
}

function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
