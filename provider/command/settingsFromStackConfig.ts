import { FAILSAFE_SCHEMA, load } from "js-yaml";
import type { Failure } from "../core/errors/InputError.ts";
import { InputError } from "../core/errors/InputError.ts";
import type { Json, JsonObject } from "../core/json.ts";
import { isJsonObject } from "../core/json.ts";
import { messageOf } from "../core/messageOf.ts";
import { redactToShortLine } from "../core/redactToShortLine.ts";

const NAMESPACE = "alicloud-backups:";
const MAX_MESSAGE = 300;

/**
 * The plain `alicloud-backups:*` settings of a stack's configuration file. Every scalar is a text, as it is for Pulumi.
 *
 * @param path how the file is called in errors
 * @throws InputError for what is no such file, and for every secret in it: only Pulumi can decrypt one, and leaving it
 *   out could lead to another account.
 */
export function settingsFromStackConfig(text: string, path: string): JsonObject {
  const { config } = parse(text, path);
  const entries = Object.entries(isJsonObject(config) ? config : {}).filter(([name]) => name.startsWith(NAMESPACE));
  if (entries.length === 0) {
    throw new InputError([{ property: "--config-from", reason: `${path} has no ${NAMESPACE}* settings` }]);
  }
  const secrets = entries.filter(([, value]) => holdsSecret(value)).map(([name]) => refusedSecret(name, path));
  if (secrets.length > 0) throw new InputError(secrets);
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(NAMESPACE.length), value]));
}

function parse(text: string, path: string): JsonObject {
  const refuse = (reason: string) => new InputError([{ property: "--config-from", reason: `${path} ${reason}` }]);
  try {
    const content: Json | undefined = toJson(load(text, { schema: FAILSAFE_SCHEMA }));
    if (isJsonObject(content)) return content;
  } catch (error) {
    // The parser quotes lines of the file, which may hold a key.
    const [what = "it is no YAML"] = messageOf(error).split("\n");
    throw refuse(`cannot be read: ${redactToShortLine(what, MAX_MESSAGE)}`);
  }
  throw refuse("is not the configuration file of a stack, such as Pulumi.prod.yaml");
}

function toJson(value: unknown): Json | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((each) => toJson(each) ?? null);
  if (typeof value !== "object" || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toJson(member) ?? null]));
}

/** `secure:` stands in place of the value that Pulumi has encrypted, at any depth. */
function holdsSecret(value: Json): boolean {
  if (Array.isArray(value)) return value.some(holdsSecret);
  if (!isJsonObject(value)) return false;
  return Object.hasOwn(value, "secure") || Object.values(value).some(holdsSecret);
}

function refusedSecret(name: string, path: string): Failure {
  const setting = name.slice(NAMESPACE.length);
  const variable = VARIABLES.get(setting);
  const wayOut =
    variable === undefined
      ? "set it without --secret if it is none, or use a file without it"
      : `use a file without it, and put the value into the environment: ${variable}="$(pulumi config get ${name})"`;
  return { property: name, reason: `is a secret in ${path}, which only Pulumi can decrypt: ${wayOut}` };
}

/** Where a secret can come from instead. */
const VARIABLES: ReadonlyMap<string, string> = new Map([
  ["accessKey", "ALICLOUD_ACCESS_KEY"],
  ["secretKey", "ALICLOUD_SECRET_KEY"],
  ["securityToken", "ALICLOUD_SECURITY_TOKEN"],
  ["credentialsUri", "ALICLOUD_CREDENTIALS_URI"],
]);
