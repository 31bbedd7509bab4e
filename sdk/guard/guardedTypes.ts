import type * as pulumi from "@pulumi/pulumi";

type Properties = Readonly<Record<string, unknown>>;

/** Which RDS instance a change to a resource concerns: its own ID, or the instance that it lives in. */
type InstanceIdOf = (args: pulumi.ResourceHookArgs) => string | undefined;

const ownId: InstanceIdOf = ({ id }) => text(id);
const parentInstance: InstanceIdOf = ({ oldOutputs, oldInputs }) =>
  text(property(oldOutputs, "instanceId")) ?? text(property(oldInputs, "instanceId"));

/** The resource types of pulumi-alicloud that the guard protects. */
export const guardedTypes: ReadonlyMap<string, InstanceIdOf> = new Map([
  ["alicloud:rds/instance:Instance", ownId],
  ["alicloud:rds/rdsCloneDbInstance:RdsCloneDbInstance", ownId],
  ["alicloud:rds/rdsUpgradeDbInstance:RdsUpgradeDbInstance", ownId],
  ["alicloud:rds/ddrInstance:DdrInstance", ownId],
  ["alicloud:rds/database:Database", parentInstance],
]);

/**
 * `cn-hangzhou` of the zones `cn-hangzhou-h` and `cn-hangzhou-MAZ6(b,f)`, `ap-southeast-1` of `ap-southeast-1a`: the letter
 * stands behind a hyphen, or right behind a region that ends in a digit.
 */
export function regionFromZone({ oldOutputs, oldInputs }: pulumi.ResourceHookArgs): string | undefined {
  const zone = text(property(oldOutputs, "zoneId")) ?? text(property(oldInputs, "zoneId")) ?? "";
  return /^([a-z]+-[a-z0-9-]*[a-z0-9])(?:-?MAZ\d+(?:\(.*\))?|-[a-z]|(?<=\d)[a-z])$/.exec(zone)?.[1];
}

/**
 * When the resource was created; undefined when it does not say so. What is there and is no text, such as a secret, is
 * no time, and so counts as long ago.
 */
export function createTimeText({ oldOutputs }: pulumi.ResourceHookArgs): string | undefined {
  const value = property(oldOutputs, "createTime");
  if (value === undefined || value === null || value === "") return undefined;
  return text(value) ?? "not a text";
}

function property(properties: Properties | undefined, name: string): unknown {
  return properties?.[name];
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
