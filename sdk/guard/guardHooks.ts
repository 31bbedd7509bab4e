import type * as pulumi from "@pulumi/pulumi";

type Binding = pulumi.ResourceHookBinding;
type Step = "update" | "delete";

const bindingOf = { update: "beforeUpdate", delete: "beforeDelete" } as const;

/** Adds the guard's hook to a resource's hooks, unless it is among them already. */
export function hooksWithGuard(hooks: Binding | undefined, hook: pulumi.ResourceHook, steps: readonly Step[]): Binding {
  const added = steps
    .filter((step) => !holds(hooks, hook, step))
    .map((step) => [bindingOf[step], [...(hooks?.[bindingOf[step]] ?? []), hook]]);
  return { ...hooks, ...Object.fromEntries(added) };
}

export function isGuarded(hooks: Binding | undefined, hook: pulumi.ResourceHook, steps: readonly Step[]): boolean {
  return steps.every((step) => holds(hooks, hook, step));
}

/** Compares names: a hook that comes back from the engine is another object. */
function holds(hooks: Binding | undefined, { name }: pulumi.ResourceHook, step: Step): boolean {
  return (hooks?.[bindingOf[step]] ?? []).some((bound) => "name" in bound && bound.name === name);
}
