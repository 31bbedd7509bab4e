const text = { type: "string" };

const types = {
  "alicloud:rds/instance:Instance": {
    engine: text,
    engineVersion: text,
    instanceType: text,
    instanceStorage: { type: "integer" },
    instanceName: text,
    zoneId: text,
    port: text,
    createTime: text,
  },
  "alicloud:rds/database:Database": { instanceId: text, dataBaseName: text, characterSet: text },
  "alicloud:rds/rdsBackup:RdsBackup": {
    dbInstanceId: text,
    backupMethod: text,
    backupType: text,
    removeFromState: { type: "boolean" },
    backupId: text,
    status: text,
    storeStatus: text,
  },
};

/** As much of pulumi-alicloud's schema as YAML programs in tests use; a TypeScript program needs none. */
export const schema = {
  name: "alicloud",
  version: "3.108.0",
  meta: { moduleFormat: "(.*)(?:/[^/]*)" },
  config: {},
  provider: { type: "object" },
  resources: Object.fromEntries(
    Object.entries(types).map(([token, properties]) => [token, { inputProperties: properties, properties }]),
  ),
};
