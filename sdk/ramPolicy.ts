import { ramActions } from "./generated/ramActions.ts";

const actionsOf = {
  ...ramActions,
  // Both ask for the verdict of an instance.
  guardDatabases: ramActions["rds.getBackupReadiness"],
  backupHook: ramActions["rds.getBackupReadiness"],
};

/** A function or gate as a program names it: `"rds.getLatestBackup"`, `"rds.BackupGate"`, `"guardDatabases"`. */
export type RamName = keyof typeof actionsOf;

/** A policy document of Alibaba Cloud RAM. */
export interface RamPolicy {
  /** The version of RAM's policy language. */
  readonly Version: "1";
  /** What is allowed. */
  readonly Statement: readonly {
    /** Nothing is denied. */
    readonly Effect: "Allow";
    /** RAM actions, such as `rds:DescribeBackups`. */
    readonly Action: readonly string[];
    /** Every resource: not all of the actions can be limited to instances. */
    readonly Resource: "*";
  }[];
}

/**
 * The least that a key must be allowed so that a program can use these functions and gates. The `Output` form of a
 * function needs what its plain form needs.
 *
 * @throws Error for a name that this package does not have.
 */
export function ramPolicy(names: readonly RamName[]): RamPolicy {
  const actions = names.flatMap((name) => {
    // A JavaScript program is not checked by a compiler.
    if (!Object.hasOwn(actionsOf, name))
      throw new Error(`ramPolicy: there is no "${name}" in pulumi-alicloud-backups.`);
    return actionsOf[name];
  });
  return { Version: "1", Statement: [{ Effect: "Allow", Action: [...new Set(actions)].sort(), Resource: "*" }] };
}
