import * as pulumi from "@pulumi/pulumi";
import type { ProviderArgs } from "./generated/provider.ts";
import type { AssumeRole, AssumeRoleWithOidc, Endpoints } from "./generated/types.ts";

/**
 * The arguments of a {@link Provider} that looks with the eyes of the stack's alicloud provider: region, keys, profile,
 * roles and endpoints from the `alicloud:` configuration, which reaches no other provider by itself. Keys are secrets,
 * however they were set. What the configuration leaves out, the environment says for both providers alike.
 *
 * ```typescript
 * const backups = new Provider("backups", alicloudProviderArgs());
 * ```
 *
 * @param config Default: the stack's `alicloud:` configuration.
 * @throws pulumi.RunError for a setting of the wrong type, as `pulumi.Config` does.
 */
export function alicloudProviderArgs(config: pulumi.Config = new pulumi.Config("alicloud")): ProviderArgs {
  return {
    region: config.get("region"),
    accessKey: config.getSecret("accessKey"),
    secretKey: config.getSecret("secretKey"),
    securityToken: config.getSecret("securityToken"),
    profile: config.get("profile"),
    sharedCredentialsFile: config.get("sharedCredentialsFile"),
    ecsRoleName: config.get("ecsRoleName"),
    credentialsUri: config.getSecret("credentialsUri"),
    assumeRole: config.getObject<AssumeRole>("assumeRole"),
    assumeRoleWithOidc: config.getSecretObject<AssumeRoleWithOidc>("assumeRoleWithOidc"),
    endpoints: config.getObject<Endpoints>("endpoints"),
    skipRegionValidation: config.getBoolean("skipRegionValidation"),
  };
}
