import * as pulumi from "@pulumi/pulumi";

/** A resource whose `value` is not known before it exists, as the ID of a new database. */
export class Later extends pulumi.dynamic.Resource {
  declare readonly value: pulumi.Output<string>;

  constructor(name: string, willBe: string) {
    const provider: pulumi.dynamic.ResourceProvider = {
      create: (inputs) => Promise.resolve({ id: "later", outs: { value: inputs.willBe } }),
    };
    super(provider, name, { willBe, value: undefined });
  }
}
