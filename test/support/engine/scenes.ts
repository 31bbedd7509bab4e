import type { Item } from "../../engine/programs/scene.ts";

type More = Readonly<Record<string, unknown>>;

/** What pulumi-alicloud's SDK insists on. */
const required = { engine: "MySQL", engineVersion: "8.0", instanceType: "mysql.n2.medium.1", instanceStorage: 50 };

/** An instance with the ID of one of the emulator's. */
export function instance(name: string, id: string, more: More = {}): Item {
  return { type: "Instance", name, args: { ...required, instanceName: id, zoneId: "cn-hangzhou-h", ...more } };
}

export function database(name: string, instanceId: string, more: More = {}): Item {
  return { type: "Database", name, args: { instanceId, dataBaseName: name, characterSet: "utf8mb4", ...more } };
}
