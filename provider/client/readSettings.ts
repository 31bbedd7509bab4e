import type { Json, JsonObject } from "../core/json.ts";
import { isJsonObject } from "../core/json.ts";
import { validate } from "../core/validate.ts";
import { checkRegion, skipsRegionValidation } from "./checkRegion.ts";
import { checkCredentialSettings } from "./credentials/checkCredentialSettings.ts";
import { keyFromSettings } from "./credentials/keyPair.ts";
import { hasCustomEndpoint, withRegion } from "./customEndpoint.ts";
import { ignoredEndpointProducts } from "./ignoredEndpointProducts.ts";
import { safeEndpointUrl } from "./safeEndpointUrl.ts";
import type { Settings } from "./settings.ts";
import { settingsSchema } from "./settings.ts";

/** The engine adds these to what the user configured. */
const ENGINE_KEYS = new Set(["version", "pluginDownloadURL", "pluginChecksums", "parameterization", "__internal"]);

/**
 * The provider's configuration in every form in which it can arrive: structured values as objects or as JSON text,
 * numbers and booleans as text (from `pulumi config set`), and objects as pulumi-alicloud's lists of one.
 *
 * @param envForChecks where endpoints may stand as well: with one, a region that is not in the table may be right
 * @throws InputError naming each wrong property.
 */
export function readSettings(
  properties: JsonObject,
  unknown: ReadonlySet<string>,
  envForChecks: Readonly<Record<string, string | undefined>> = {},
): Settings {
  const shape: JsonObject = Object.fromEntries(
    Object.entries(properties)
      .filter(([name, value]) => !ENGINE_KEYS.has(name) && !unknown.has(name) && value !== "")
      .map(([name, value]) => [name, readSetting(name, value)]),
  );
  const settings = validate(settingsSchema, shape);
  for (const [service, endpoint] of Object.entries(settings.endpoints ?? {})) {
    // Only RDS and DBS are asked in the region of a call.
    const example = service === "sts" ? endpoint : endpoint && withRegion(endpoint, "cn-hangzhou");
    if (example !== undefined) safeEndpointUrl(example, `endpoints.${service}`);
  }
  if (!unknown.has("accessKey") && !unknown.has("secretKey")) keyFromSettings({ settings, env: envForChecks });
  checkCredentialSettings(settings, envForChecks);
  const hasEndpoint = (["rds", "dbs"] as const).some((service) => hasCustomEndpoint(service, settings, envForChecks));
  if (settings.region !== undefined && !hasEndpoint && !unknown.has("endpoints")) {
    checkRegion(settings.region, skipsRegionValidation(settings, envForChecks), undefined);
  }
  return settings;
}

const TEXT_SETTINGS = new Set(
  Object.entries(settingsSchema.shape).flatMap(([name, { isText }]) => (isText ? [name] : [])),
);
/** As text, like all that stands in a stack's configuration without `--path`. */
const NUMBER_MEMBERS = new Set(["sessionExpiration"]);

function readSetting(name: string, value: Json): Json {
  if (TEXT_SETTINGS.has(name)) return value;
  return name === "endpoints" ? ownEndpoints(structured(value)) : structured(value);
}

function structured(value: Json): Json {
  const parsed = typeof value === "string" ? parseJson(value) : value;
  const single = Array.isArray(parsed) && parsed.length === 1 ? parsed[0] : parsed;
  if (!isJsonObject(single)) return single ?? null;
  // pulumi-alicloud writes unset members as empty text.
  return Object.fromEntries(
    Object.entries(single)
      .filter(([, member]) => member !== "")
      .map(([name, member]) => [
        name,
        NUMBER_MEMBERS.has(name) && typeof member === "string" ? parseJson(member) : member,
      ]),
  );
}

/** pulumi-alicloud's `endpoints` without other products. An empty `dbs` is `cbs`, the older name of DBS, as it is there. */
function ownEndpoints(value: Json): Json {
  if (!isJsonObject(value)) return value;
  const { cbs, ...endpoints } = value;
  const own = Object.entries(endpoints).filter(([name]) => !ignoredEndpointProducts.has(name));
  return { ...(cbs === undefined ? {} : { dbs: cbs }), ...Object.fromEntries(own) };
}

function parseJson(text: string): Json {
  const plain = text.trim();
  try {
    return JSON.parse(/^(true|false)$/i.test(plain) ? plain.toLowerCase() : plain);
  } catch {
    return text;
  }
}
