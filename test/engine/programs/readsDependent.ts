import { Instance } from "@pulumi/alicloud/rds/instance.js";
import { guardDatabases } from "../../../sdk/index.ts";

const like = {
  engine: "MySQL",
  engineVersion: "8.0",
  instanceType: "mysql.n2.medium.1",
  instanceStorage: 50,
  zoneId: "cn-hangzhou-h",
};

/** A guarded instance, and one behind it that is not guarded: the program works with what only its making tells. */
export function program() {
  guardDatabases({ maxAge: "26h", match: ({ name }) => name === "wiki" });
  const wiki = new Instance("wiki", { ...like, instanceName: "rm-bp1wiki00stale001" });
  const copy = new Instance("copy", { ...like, instanceName: "rm-bp1copy000000001" }, { dependsOn: wiki });
  return Promise.resolve({ madeOn: copy.createTime.apply((time) => time.slice(0, 10)) });
}
