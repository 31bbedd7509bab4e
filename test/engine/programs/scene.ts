import type * as pulumi from "@pulumi/pulumi";
import type { backupHook, GuardArgs } from "../../../sdk/index.ts";

/** What the guarded program does, as a test writes it into SCENE_FILE before each run. */
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
    /** Ask with a provider that takes the stack's `alicloud:` settings over. */
    readonly alicloudSettings?: boolean;
  };
  /** Registered before the guard is called. */
  readonly early?: readonly Item[];
  /** Made in a callback, when another resource is there. */
  readonly late?: readonly Item[];
  /** Calls the guard once more. */
  readonly twice?: boolean;
  /** A transform of the user's own, before or after the guard, which gives every resource another hook in place of all others. */
  readonly ownHooks?: "before" | "after";
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
    | "Wiki"
    | "Unknown";
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Inputs that are secrets. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Guarded by a hook of its own with these arguments. */
  readonly hook?: Parameters<typeof backupHook>[1];
  /** The child of a component of this name. */
  readonly inside?: string;
  /** The name of a resource that is made before this one. */
  readonly dependsOn?: string;
  readonly deletedWith?: string;
  readonly opts?: Pick<
    pulumi.CustomResourceOptions,
    "aliases" | "deleteBeforeReplace" | "id" | "import" | "protect" | "replaceOnChanges" | "retainOnDelete"
  >;
}
