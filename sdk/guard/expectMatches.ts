import * as pulumi from "@pulumi/pulumi";

/**
 * Fails the program when it ends without a resource that fits. There is no event for "the program has registered
 * everything", so: the stack's own data arrive when the program has run, and every resource that it made by then is
 * waited for, components of other languages included.
 */
export function expectMatches(fits: (resource: { type: string; name: string }) => boolean): void {
  const stack = pulumi.runtime.getStackResource();
  if (stack === undefined) return;
  let matched = false;
  const made: pulumi.Resource[] = [];
  pulumi.runtime.registerStackTransformation(({ type, name, resource }) => {
    made.push(resource);
    matched ||= fits({ type, name });
    return undefined;
  });
  pulumi.runtime.registerResourceTransform(({ type, name }) => {
    matched ||= fits({ type, name });
    return undefined;
  });
  // The program must not be thought finished before this is decided.
  const decided = pulumi.runtime.rpcKeepAlive();
  void programEnd(stack)
    .then(() => Promise.all(made.map(({ urn }) => new Promise((resolve) => urn.apply(resolve)))))
    .then(() => {
      if (!matched) throw new pulumi.RunError(NOTHING);
    })
    .finally(decided);
}

const NOTHING =
  "guardDatabases found no database to guard. Call it before the first resource is made, check match, " +
  "or give allowNone: true if there may be none.";

function programEnd(stack: pulumi.Resource): Promise<unknown> {
  return Promise.resolve(Reflect.get(stack, "__data"));
}
