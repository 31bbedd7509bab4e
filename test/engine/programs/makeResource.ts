import { Database, type DatabaseArgs } from "@pulumi/alicloud/rds/database.js";
import { DdrInstance, type DdrInstanceArgs } from "@pulumi/alicloud/rds/ddrInstance.js";
import { Instance, type InstanceArgs } from "@pulumi/alicloud/rds/instance.js";
import { RdsCloneDbInstance, type RdsCloneDbInstanceArgs } from "@pulumi/alicloud/rds/rdsCloneDbInstance.js";
import { RdsUpgradeDbInstance, type RdsUpgradeDbInstanceArgs } from "@pulumi/alicloud/rds/rdsUpgradeDbInstance.js";
import * as pulumi from "@pulumi/pulumi";
import { backupHook } from "../../../sdk/index.ts";
import type { Item } from "./scene.ts";

/** Of a package for which there is no plugin. */
class Unknown extends pulumi.CustomResource {}

/** A component whose children another process makes: test/fakeAlicloud/component. */
class Wiki extends pulumi.ComponentResource {
  constructor(name: string, args: pulumi.Inputs, opts: pulumi.ComponentResourceOptions) {
    super("wikis:index:Wiki", name, args, opts, true);
  }
}

class Folder extends pulumi.ComponentResource {
  constructor(name: string) {
    super("folders:index:Folder", name);
  }
}

/** Makes what a test wrote; its types are those of pulumi-alicloud's own SDK. `made`: the resources before it. */
export function makeResource(item: Item, made: Map<string, pulumi.Resource>): pulumi.Resource {
  const { type, name, args, secrets = {} } = item;
  const hidden = Object.entries(secrets).map(([key, value]) => [key, pulumi.secret(value)]);
  const inputs: Record<string, unknown> = { ...args, ...Object.fromEntries(hidden) };
  const opts = optionsOf(item, made);
  // A test writes what the resource asks for, which the compiler cannot know.
  const given = <Args>() => inputs as Args;
  const make = () => {
    if (type === "Instance") return new Instance(name, given<InstanceArgs>(), opts);
    if (type === "RdsCloneDbInstance") return new RdsCloneDbInstance(name, given<RdsCloneDbInstanceArgs>(), opts);
    if (type === "RdsUpgradeDbInstance") return new RdsUpgradeDbInstance(name, given<RdsUpgradeDbInstanceArgs>(), opts);
    if (type === "DdrInstance") return new DdrInstance(name, given<DdrInstanceArgs>(), opts);
    if (type === "Database") return new Database(name, given<DatabaseArgs>(), opts);
    if (type === "Unknown") return new Unknown("nosuchpackage:index:Thing", name, inputs, opts);
    if (type === "Wiki") return new Wiki(name, inputs, opts);
    return new pulumi.Stash(name, given<pulumi.StashArgs>(), opts);
  };
  const resource = make();
  made.set(name, resource);
  return resource;
}

function optionsOf({ name, hook, inside, dependsOn, deletedWith, opts }: Item, made: Map<string, pulumi.Resource>) {
  const hooks = hook && [backupHook(`before-${name}`, hook)];
  if (inside !== undefined && !made.has(inside)) made.set(inside, new Folder(inside));
  const known = (key: "parent" | "dependsOn" | "deletedWith", other: string | undefined) => {
    const resource = other === undefined ? undefined : made.get(other);
    return resource && { [key]: resource };
  };
  return {
    ...opts,
    ...(hooks && { hooks: { beforeUpdate: hooks, beforeDelete: hooks } }),
    ...known("parent", inside),
    ...known("dependsOn", dependsOn),
    ...known("deletedWith", deletedWith),
  };
}
