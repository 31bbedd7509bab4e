import { readFileSync } from "node:fs";
import { Database, type DatabaseArgs } from "@pulumi/alicloud/rds/database.js";
import { DdrInstance, type DdrInstanceArgs } from "@pulumi/alicloud/rds/ddrInstance.js";
import { Instance, type InstanceArgs } from "@pulumi/alicloud/rds/instance.js";
import { RdsCloneDbInstance, type RdsCloneDbInstanceArgs } from "@pulumi/alicloud/rds/rdsCloneDbInstance.js";
import { RdsUpgradeDbInstance, type RdsUpgradeDbInstanceArgs } from "@pulumi/alicloud/rds/rdsUpgradeDbInstance.js";
import * as pulumi from "@pulumi/pulumi";
import { backupHook, type GuardArgs, guardDatabases, Provider } from "../../../sdk/index.ts";
import { Later } from "../../support/engineLater.ts";

/** What the program does, as a test writes it into SCENE_FILE before each run. */
export interface Scene {
  /** Without it nothing is guarded. */
  readonly guard?: Omit<GuardArgs, "match" | "provider" | "region"> & {
    readonly region?: string;
    /** By name of the resource. */
    readonly regions?: Readonly<Record<string, string>>;
    /** Only the resource of this name. */
    readonly only?: string;
    /** Ask with a provider whose region is known in up only. */
    readonly unknownProvider?: boolean;
  };
  /** Registered before the guard is called. */
  readonly early?: readonly Item[];
  /** Made in a callback, when another resource is there. */
  readonly late?: readonly Item[];
  /** Calls the guard once more. */
  readonly twice?: boolean;
  readonly resources: readonly Item[];
}

export interface Item {
  readonly type:
    | "Instance"
    | "RdsCloneDbInstance"
    | "RdsUpgradeDbInstance"
    | "DdrInstance"
    | "Database"
    | "Stash"
    | "Unknown";
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Inputs that are secrets. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Guarded by a hook of its own with these arguments. */
  readonly hook?: Parameters<typeof backupHook>[1];
  readonly deleteBeforeReplace?: boolean;
}

/** Of a package for which there is no plugin. */
class Unknown extends pulumi.CustomResource {}

/** Its types are those of pulumi-alicloud's own SDK. */
export async function program() {
  const scene: Scene = JSON.parse(readFileSync(process.env.SCENE_FILE ?? "", "utf8"));
  const { guard, early = [], late = [], twice, resources } = scene;
  for (const item of early) make(item);
  if (early.length > 0) await new Promise((resolve) => setTimeout(resolve, 500));
  if (guard) addGuard(guard);
  if (guard && twice) addGuard(guard);
  for (const item of resources) make(item);
  if (late.length > 0) {
    const first = new pulumi.Stash("first", { input: 1 });
    first.output.apply(() => {
      for (const item of late) make(item);
    });
  }
}

function addGuard({ only, regions, region, unknownProvider, ...args }: NonNullable<Scene["guard"]>) {
  const provider = unknownProvider
    ? new Provider("backups", { region: new Later("place", "cn-hangzhou").value })
    : undefined;
  guardDatabases({
    ...args,
    region: regions ? ({ name }) => regions[name] : region,
    provider,
    ...(only && { match: ({ name }) => name === only }),
  });
}

function make({ type, name, args, secrets = {}, hook, deleteBeforeReplace }: Item) {
  const hidden = Object.entries(secrets).map(([key, value]) => [key, pulumi.secret(value)]);
  const inputs: Record<string, unknown> = { ...args, ...Object.fromEntries(hidden) };
  const hooks = hook && [backupHook(`before-${name}`, hook)];
  const opts: pulumi.CustomResourceOptions = {
    ...(hooks && { hooks: { beforeUpdate: hooks, beforeDelete: hooks } }),
    ...(deleteBeforeReplace && { deleteBeforeReplace }),
  };
  // A test writes what the resource asks for, which the compiler cannot know.
  const given = <Args>() => inputs as Args;
  if (type === "Instance") new Instance(name, given<InstanceArgs>(), opts);
  else if (type === "RdsCloneDbInstance") new RdsCloneDbInstance(name, given<RdsCloneDbInstanceArgs>(), opts);
  else if (type === "RdsUpgradeDbInstance") new RdsUpgradeDbInstance(name, given<RdsUpgradeDbInstanceArgs>(), opts);
  else if (type === "DdrInstance") new DdrInstance(name, given<DdrInstanceArgs>(), opts);
  else if (type === "Database") new Database(name, given<DatabaseArgs>(), opts);
  else if (type === "Unknown") new Unknown("nosuchpackage:index:Thing", name, inputs, opts);
  else new pulumi.Stash(name, given<pulumi.StashArgs>(), opts);
}
