import type * as pulumi from "@pulumi/pulumi";

/**
 * What is written into the state for a dynamic resource. Pulumi serialises it as source text, so it holds nothing but
 * a token, and one method: in the engine's process for dynamic providers that method brings in all the others from
 * this package. Settings and keys are read there, at that time, by a `require` that does not exist here.
 */
export class DynamicProvider implements pulumi.dynamic.ResourceProvider {
  readonly token: string;
  declare create: pulumi.dynamic.ResourceProvider["create"];

  constructor(token: string) {
    this.token = token;
  }

  configure(request: pulumi.dynamic.ConfigureRequest) {
    // biome-ignore lint/style/noCommonJs: serialised source runs as CommonJS, where an import() cannot be resolved
    Object.assign(this, require("pulumi-alicloud-backups/dynamic").dynamicMethods(this.token, request.config));
    return Promise.resolve();
  }
}
