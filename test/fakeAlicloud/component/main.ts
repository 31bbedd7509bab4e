import { Instance } from "@pulumi/alicloud/rds/instance.js";
import * as pulumi from "@pulumi/pulumi";
import { main } from "@pulumi/pulumi/provider/server.js";

/** A component with an RDS instance in it, made in this process and not in the user's: as one in another language. */
class Wiki extends pulumi.ComponentResource {
  constructor(name: string, args: pulumi.Inputs, opts: pulumi.ComponentResourceOptions) {
    super("wikis:index:Wiki", name, args, opts);
    const required = { engine: "PostgreSQL", engineVersion: "16.0", instanceType: "pg.n2.2c.1m", instanceStorage: 50 };
    if (args.instanceName !== undefined) new Instance(`${name}-db`, { ...required, ...args }, { parent: this });
    this.registerOutputs();
  }
}

const version = "1.0.0";

await main(
  {
    version,
    construct: (name, _type, args, opts) => Promise.resolve({ urn: new Wiki(name, args, opts).urn, state: {} }),
  },
  process.argv.slice(2),
);
