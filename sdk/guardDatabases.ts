import * as pulumi from "@pulumi/pulumi";
import { expectMatches } from "./guard/expectMatches.ts";
import { guardedTypes } from "./guard/guardedTypes.ts";
import { guardHook } from "./guard/guardHook.ts";
import { type HookQuestion, judgeStep } from "./guard/judgeStep.ts";

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
  const { on = ["update", "delete"], match = () => true, allowNone = false, region, ...question } = args;
  const regionFor = typeof region === "function" ? region : () => region;
  const hook = guardHook(HOOK_NAME, (step) =>
    judgeStep({ ...question, region: regionFor({ type: step.type, name: step.name }) }, step),
  );
  const guards = (resource: Guarded) => guardedTypes.has(resource.type) && match(resource);

  pulumi.runtime.registerResourceTransform(({ type, name, props, opts }) => {
    if (!guards({ type, name })) return undefined;
    const hooks = { ...opts.hooks };
    if (on.includes("update")) hooks.beforeUpdate = [...(hooks.beforeUpdate ?? []), hook];
    if (on.includes("delete")) hooks.beforeDelete = [...(hooks.beforeDelete ?? []), hook];
    return { props, opts: { ...opts, hooks } };
  });
  if (!allowNone) expectMatches(guards);
}
