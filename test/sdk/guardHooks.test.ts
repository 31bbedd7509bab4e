import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { hooksWithGuard, isGuarded } from "../../sdk/guard/guardHooks.ts";

// Not registered with an engine: it is only passed on here.
const named = (name: string): pulumi.ResourceHook =>
  Object.assign(Object.create(pulumi.ResourceHook.prototype), { name });
const [guard, mine] = [named("guard"), named("mine")];
/** As it comes back from the engine. */
const again = named("guard");
const both = ["update", "delete"] as const;

test("hooks of the program's own stay, and the guard comes after them", () => {
  const own = { beforeUpdate: [mine], afterCreate: [mine] };
  expect(hooksWithGuard(own, guard, both)).toEqual({
    beforeUpdate: [mine, guard],
    afterCreate: [mine],
    beforeDelete: [guard],
  });
  expect(hooksWithGuard(undefined, guard, ["delete"])).toEqual({ beforeDelete: [guard] });
});

test("what was guarded in part is guarded whole, and nothing twice", () => {
  const inPart = { beforeUpdate: [again] };
  expect(isGuarded(inPart, guard, both)).toBe(false);
  expect(hooksWithGuard(inPart, guard, both)).toEqual({ beforeUpdate: [again], beforeDelete: [guard] });
  expect(isGuarded({ beforeUpdate: [again], beforeDelete: [again] }, guard, both)).toBe(true);
  expect(isGuarded(inPart, guard, ["update"])).toBe(true);
});
