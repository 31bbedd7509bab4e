import * as pulumi from "@pulumi/pulumi";
import { checkOptions } from "./guard/checkOptions.ts";
import { expectMatches } from "./guard/expectMatches.ts";
import { guardedTypes } from "./guard/guardedTypes.ts";
import { guardHook } from "./guard/guardHook.ts";
import type { HookQuestion } from "./guard/judgeStep.ts";
import { underMocks } from "./lookup.ts";

/** A resource that could be guarded. */
export interface Guarded {
  readonly type: string;
  readonly name: string;
}

/** Arguments of {@link guardDatabases}. */
export interface GuardArgs extends Omit<HookQuestion, "region"> {
  /** What is guarded. Default: update and delete. */
  readonly on?: readonly ("update" | "delete")[] | undefined;
  /** Guard only the resources for which this is true. Default: every database of the types that are known. */
  readonly match?: ((resource: Guarded) => boolean) | undefined;
  /** The region, or a function that tells each resource's. Default: that of its zone, else the provider's. */
  readonly region?: string | ((resource: Guarded) => string | undefined) | undefined;
  /** Accept that nothing in the stack is guarded. Default: that is an error, as it is mostly a mistake. */
  readonly allowNone?: boolean | undefined;
}

/** Kept in the state of every guarded resource: a new name would be a change to all of them. */
const HOOK_NAME = "alicloud-backups:guardDatabases";

/**
 * Guards every RDS instance and database of the stack, in one line: no update and no delete, in preview and in up,
 * unless the instance has a good backup. Call it before the first resource: one that is registered earlier is not
 * guarded. To remove a guard, remove the call and deploy once; then plain `pulumi destroy` works again.
 */
export function guardDatabases(args: GuardArgs = {}): void {
  checkOptions(args);
  if (underMocks()) return;
  refuseSecondGuard();
  const { on = ["update", "delete"], match = () => true, allowNone = false, region, ...question } = args;
  const regionFor = typeof region === "function" ? region : () => region;
  const hook = guardHook(HOOK_NAME, question.provider, ({ type, name }) => ({
    ...question,
    region: regionFor({ type, name }),
  }));
  const guards = (resource: Guarded) => guardedTypes.has(resource.type) && match(resource);

  const guarded = (hooks: pulumi.ResourceHookBinding = {}): pulumi.ResourceHookBinding => ({
    ...hooks,
    ...(on.includes("update") && { beforeUpdate: [...(hooks.beforeUpdate ?? []), hook] }),
    ...(on.includes("delete") && { beforeDelete: [...(hooks.beforeDelete ?? []), hook] }),
  });
  pulumi.runtime.registerStackTransformation(({ type, name, props, opts }) =>
    guards({ type, name }) ? { props, opts: { ...opts, hooks: guarded(opts.hooks) } } : undefined,
  );
  // For what components in other languages make. For the others it would not do alone: on its way through the engine
  // an option that was not given becomes `false`, and deleteBeforeReplace then overrules the provider.
  pulumi.runtime.registerResourceTransform(({ type, name, props, opts }) => {
    if (!guards({ type, name }) || isGuarded(opts.hooks)) return undefined;
    const given = Object.fromEntries(Object.entries(opts).filter(([, value]) => value !== false));
    return { props, opts: { ...given, hooks: guarded(opts.hooks) } };
  });
  if (!allowNone) expectMatches(guards);
}

const guardedStacks = new WeakSet<pulumi.Resource>();

/** The engine knows one hook of a name. */
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

function isGuarded({ beforeUpdate = [], beforeDelete = [] }: pulumi.ResourceHookBinding = {}): boolean {
  return [...beforeUpdate, ...beforeDelete].some((hook) => "name" in hook && hook.name === HOOK_NAME);
}
