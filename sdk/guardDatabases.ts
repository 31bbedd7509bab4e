import * as pulumi from "@pulumi/pulumi";
import { amendLaterTransformOptions } from "./guard/amendLaterTransformOptions.ts";
import { checkOptions } from "./guard/checkOptions.ts";
import { expectMatches, type ResourceRegistration } from "./guard/expectMatches.ts";
import { guardedTypes } from "./guard/guardedTypes.ts";
import { guardHook } from "./guard/guardHook.ts";
import { hooksWithGuard, isGuarded } from "./guard/guardHooks.ts";
import type { HookOptions } from "./guard/judgeStep.ts";
import { secretKeepingSerializer } from "./guard/secretKeepingSerializer.ts";
import { withProviderDependency } from "./guard/withProviderDependency.ts";
import { underMocks } from "./internals.ts";

/** A resource that could be guarded. */
export interface Guarded {
  readonly type: string;
  readonly name: string;
}

/** Arguments of {@link guardDatabases}. */
export interface GuardArgs extends Omit<HookOptions, "region" | "createTime"> {
  /** What is guarded. Default: update and delete. */
  readonly on?: readonly ("update" | "delete")[] | undefined;
  /** Guard only the resources for which this is true. Default: every database of a supported type. */
  readonly match?: ((resource: Guarded) => boolean) | undefined;
  /** The region, or a function that returns a resource's region. Default: that of its zone, else the provider's. */
  readonly region?: string | ((resource: Guarded) => string | undefined) | undefined;
  /** Accept that nothing in the stack is guarded. Default: that is an error, as it is mostly a mistake. */
  readonly allowNone?: boolean | undefined;
}

/** Kept in the state of every guarded resource: a new name would be a change to all of them. */
const HOOK_NAME = "alicloud-backups:guardDatabases";

/**
 * Guards every RDS instance and database of the stack, in one line: no update and no delete, in preview and in up,
 * unless the instance has a good backup. Call it before the first resource: one that is registered earlier is not
 * guarded. Introduce it in a separate deployment: deletions are guarded from the next one on. To remove a guard, remove
 * the call and deploy once; then plain `pulumi destroy` works again.
 */
export function guardDatabases(args: GuardArgs = {}): void {
  checkOptions(args);
  if (underMocks()) return;
  refuseSecondGuard();
  const { on = ["update", "delete"], match = () => true, allowNone = false, region, ...options } = args;
  const regionFor = typeof region === "function" ? region : () => region;
  const hook = guardHook(HOOK_NAME, options.provider, ({ type, name }) => ({
    ...options,
    region: regionFor({ type, name }),
  }));

  // A resource that is only read (`Instance.get`) is never changed: there is nothing to guard.
  const guards = ({ type, name, opts }: ResourceRegistration) =>
    guardedTypes.has(type) && !("id" in opts && opts.id !== undefined) && match({ type, name });
  const withHook = <Options extends pulumi.ResourceOptions>(opts: Options) => ({
    ...withProviderDependency(opts, options.provider),
    hooks: hooksWithGuard(opts.hooks, hook, on),
  });
  pulumi.runtime.registerStackTransformation((resource) =>
    guards(resource) ? { props: resource.props, opts: withHook(resource.opts) } : undefined,
  );
  amendLaterTransformOptions((resource, opts) => (guards(resource) ? withHook(opts) : opts));
  // For resources of components in other languages. For all others the transformation above is needed too: the engine
  // turns a missing option into `false`, and `deleteBeforeReplace: false` then overrules the provider.
  const serialize = secretKeepingSerializer();
  pulumi.runtime.registerResourceTransform(async (resource) => {
    if (!guards(resource) || isGuarded(resource.opts.hooks, hook, on)) return undefined;
    const setOptions = Object.fromEntries(Object.entries(resource.opts).filter(([, value]) => value !== false));
    return { props: await serialize(resource.props), opts: withHook(setOptions) };
  });
  if (!allowNone) expectMatches(guards);
}

const guardedStacks = new WeakSet<pulumi.Resource>();

/** The engine takes only one hook of each name. */
function refuseSecondGuard(): void {
  const stack = pulumi.runtime.getStackResource();
  if (stack === undefined) return;
  if (guardedStacks.has(stack)) {
    throw new pulumi.RunError(
      "guardDatabases was called twice. Call it once, and give resources with other conditions a backupHook.",
    );
  }
  guardedStacks.add(stack);
}
