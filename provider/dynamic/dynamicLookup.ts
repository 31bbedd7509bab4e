import { openClient } from "../client/openClient.ts";
import { readSettings } from "../client/readSettings.ts";
import { settingsSchema } from "../client/settings.ts";
import { InputError } from "../core/errors/InputError.ts";
import type { Json, JsonObject } from "../core/json.ts";
import { isJsonObject } from "../core/json.ts";
import { realHost } from "../core/realHost.ts";
import { toPlain } from "../core/toPlain.ts";
import { validate } from "../core/validate.ts";
import type { LookupFunction } from "../lookups/function.ts";
import { functions } from "../lookups/functions.ts";
import type { Session } from "../lookups/session.ts";

/** The stack's configuration, as Pulumi hands it to a dynamic provider. */
interface StackConfig {
  get(key: string): string | undefined;
}

const NAMESPACE = "alicloud-backups";

/** The same lookup as the plugin's, in the shape of a dynamic provider's methods. */
export function dynamicLookup(token: string, config: StackConfig | undefined) {
  const lookup = findLookup(token);
  const { operation, inputs } = lookup;

  async function read(given: unknown): Promise<{ id: string; outs: JsonObject }> {
    const args = argumentsOf(lookup, given);
    const session = openSession(config);
    try {
      const found = await lookup.run(session, args);
      return { id: String(found[operation.identity]), outs: { ...args, ...found } };
    } catch (error) {
      throw withoutStack(error);
    } finally {
      session.client.close();
    }
  }

  return {
    /** Runs in preview too: wrong arguments stop it there. */
    check(news: unknown) {
      try {
        validate(inputs, argumentsOf(lookup, news));
        return { inputs: news, failures: [] };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return { inputs: news, failures: error.failures };
      }
    },
    /** Looks again on every run, in preview as well: the recorded answer must not pass for the present one. */
    async diff(olds: unknown, news: unknown) {
      const { outs } = await read(news);
      const recorded = toPlain(olds);
      const changes = !isJsonObject(recorded) || Object.keys(outs).some((key) => !equal(outs[key], recorded[key]));
      return { changes };
    },
    create: read,
    update: read,
  };
}

function findLookup(token: string): LookupFunction {
  const found = functions.find(({ operation, name }) => token === `${NAMESPACE}:${operation.module}:${name}`);
  if (found) return found;
  throw new Error(`There is no lookup ${token} in this version of the package: install the version that made it.`);
}

/** The engine's own bookkeeping travels with the inputs. */
function argumentsOf({ inputs, outputs }: LookupFunction, given: unknown): JsonObject {
  const plain = toPlain(given);
  if (!isJsonObject(plain)) return {};
  const computed = Object.keys(outputs.shape).filter((key) => !(key in inputs.shape));
  return Object.fromEntries(
    Object.entries(plain).filter(([key, value]) => key !== "__provider" && value !== null && !computed.includes(key)),
  );
}

function openSession(config: StackConfig | undefined): Session {
  const configured = Object.keys(settingsSchema.shape).flatMap((key): [string, Json][] => {
    const value = config?.get(`${NAMESPACE}:${key}`);
    return value === undefined ? [] : [[key, value]];
  });
  const settings = readSettings(Object.fromEntries(configured), new Set());
  const { signal } = new AbortController();
  return {
    client: openClient(settings, realHost, signal),
    host: realHost,
    signal,
    warn: (message) => process.stderr.write(`warning: ${message}\n`),
    inFlight: new Map(),
  };
}

function equal(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The engine's host of dynamic providers prints stacks; the report is for the one who deploys, not about this code. */
function withoutStack(error: unknown): unknown {
  if (error instanceof Error) error.stack = error.message;
  return error;
}
