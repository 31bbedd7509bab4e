import * as pulumi from "@pulumi/pulumi";

/** What a transform is told about a resource. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  readonly opts: pulumi.ResourceOptions;
}

/**
 * Fails the program when it ends without a resource that fits. There is no event for "the program has registered
 * everything": it is when the stack's own data are there and, after that, no call to the engine is left, which is what
 * Pulumi itself waits for. By then callbacks have run and components of other languages are made.
 */
export function expectMatches(fits: (resource: Registered) => boolean): void {
  const stack = pulumi.runtime.getStackResource();
  if (stack === undefined) return;
  let matched = false;
  const look = (resource: Registered) => {
    matched ||= fits(resource);
    return undefined;
  };
  pulumi.runtime.registerStackTransformation(look);
  pulumi.runtime.registerResourceTransform(look);
  void programEnd(stack).then((ended) => {
    if (ended && !matched) throw new pulumi.RunError(NOTHING);
  });
}

const NOTHING =
  "guardDatabases found no database to guard. Call it before the first resource is made, check match, " +
  "or give allowNone: true if there may be none.";

/** False when it ended in an error, which is told by others. */
async function programEnd(stack: pulumi.Resource): Promise<boolean> {
  try {
    await Reflect.get(stack, "__data");
    await Reflect.apply(Reflect.get(pulumi.runtime, "waitForRPCs"), undefined, []);
    return true;
  } catch {
    return false;
  }
}
