import * as pulumi from "@pulumi/pulumi";

/**
 * When a stack is destroyed, its providers go as well, and a hook cannot ask with one that is gone: so that the resource
 * goes first, it depends on the provider that its guard asks with.
 */
export function withProviderDependency<Options extends pulumi.ResourceOptions>(
  opts: Options,
  provider: pulumi.ProviderResource | undefined,
): Options {
  if (provider === undefined) return opts;
  const { dependsOn = [] } = opts;
  return { ...opts, ...pulumi.mergeOptions({ dependsOn }, { dependsOn: provider }) };
}
