import { demoCredentials, type Emulator } from "../../../emulator/index.ts";
import type { JsonObject } from "../../../provider/core/json.ts";
import { dynamicMethods } from "../../../provider/dynamic/dynamicMethods.ts";

/** The methods of a dynamic resource of `rds`, configured for this emulator as a stack would be. */
export function dynamicResource(emulator: Emulator, token: string, more: Readonly<Record<string, string>> = {}) {
  const { accessKey, secretKey } = demoCredentials.owner;
  const endpoints = JSON.stringify({ rds: emulator.url, dbs: emulator.url });
  const settings = new Map(Object.entries({ region: "cn-hangzhou", accessKey, secretKey, endpoints, ...more }));
  return dynamicMethods(`alicloud-backups:rds:${token}`, {
    get: (key) => settings.get(key.replace(/^alicloud-backups:/, "")),
  });
}

/** A gate's: with what lookups do not have. */
export function dynamicGateResource(emulator: Emulator, token: string, more: Readonly<Record<string, string>> = {}) {
  const methods = dynamicResource(emulator, token, more);
  if (!("delete" in methods)) throw new Error(`${token} is not a gate.`);
  return {
    ...methods,
    failures: async (olds: JsonObject, news: JsonObject) => (await methods.check(olds, news)).failures,
    outs: async (inputs: JsonObject): Promise<JsonObject> => (await methods.create(inputs)).outs,
  };
}
