import * as pulumi from "@pulumi/pulumi";
import { programEnd } from "../internals.ts";

/** The arguments of a transform that describe the resource. */
export interface ResourceRegistration {
  readonly type: string;
  readonly name: string;
  readonly opts: pulumi.ResourceOptions;
}

/**
 * Fails the program when it ends without a resource that matches. Pulumi has no event for "the program has registered
 * everything": see `programEnd`.
 */
export function expectMatches(matches: (resource: ResourceRegistration) => boolean): void {
  const stack = pulumi.runtime.getStackResource();
  if (stack === undefined) throw new pulumi.RunError("guardDatabases must be called inside of a Pulumi program.");
  let matched = false;
  const noteMatch = (resource: ResourceRegistration) => {
    matched ||= matches(resource);
    return undefined;
  };
  pulumi.runtime.registerStackTransformation(noteMatch);
  pulumi.runtime.registerResourceTransform(noteMatch);
  // A program that fails reports its own error, and not this one.
  const succeeded = programEnd(stack).then(
    () => true,
    () => false,
  );
  void succeeded.then((success) => {
    if (success && !matched) throw new pulumi.RunError(NOTHING);
  });
}

const NOTHING =
  "guardDatabases found no database to guard. Call it before the first resource is made, check match, " +
  "or give allowNone: true if there may be none.";
