import { readFileSync } from "node:fs";
import { z } from "zod";
import { secret } from "../support/plugin/pluginProperties.ts";

/** A program of `programs`, and the state that it left. */
export type StateName = "plugin" | "dynamic" | "warned";

type Value = z.output<ReturnType<typeof z.json>>;
type Values = Readonly<Record<string, Value>>;

/** A resource in a recorded state. `before` and `recorded` are the words of `pluginClient.ts`. */
export interface RecordedResource {
  readonly urn: string;
  readonly id: string;
  /** Its inputs. */
  readonly before: Values;
  /** Its outputs, inputs among them. */
  readonly recorded: Values;
}

const values = z.record(z.string(), z.json());
const resource = z.object({
  urn: z.string(),
  id: z.string().default(""),
  inputs: values.default({}),
  outputs: values.default({}),
});
const state = z.object({ deployment: z.object({ resources: z.array(resource) }) });
/** As `pulumi stack export --show-secrets` writes one. */
const secretValue = z.strictObject({ "4dabf18193072939515e22adb298388d": z.string(), plaintext: z.string() });

/** The state as a whole, for `pulumi stack import`. */
export function recordedState(name: StateName): string {
  return readFileSync(new URL(`./0.1.0/${name}.json`, import.meta.url), "utf8");
}

/** What the gates and lookups of a state recorded, by name; without the source of a dynamic provider. */
export function outputsIn(text: string): Readonly<Record<string, Values>> {
  const ours = resourcesOf(text).filter(({ urn }) => !urn.includes("::pulumi:"));
  return Object.fromEntries(
    ours.map(({ urn, outputs: { __provider, ...outputs } }) => [urn.split("::").at(-1) ?? "", outputs]),
  );
}

/** A gate of the plugin, its secrets as the engine sends them. */
export function recordedGate(name: string, inState: StateName = "plugin"): RecordedResource {
  return recordedResource(name, inState, (value) => z.json().parse(secret(value)));
}

/** A dynamic gate or lookup, its secrets in clear, as Pulumi hands them to a dynamic provider. */
export function recordedDynamic(name: string, inState: StateName = "dynamic"): RecordedResource {
  return recordedResource(name, inState, (value) => value);
}

function recordedResource(name: string, inState: StateName, wrap: (value: Value) => Value): RecordedResource {
  const one = resourcesOf(recordedState(inState)).find(({ urn }) => urn.endsWith(`::${name}`));
  if (one === undefined) throw new Error(`No ${name} was recorded in ${inState}.json.`);
  const read = (all: Values) => Object.fromEntries(Object.entries(all).map(([key, value]) => [key, unwrap(value)]));
  const unwrap = (value: Value): Value => {
    const hidden = secretValue.safeParse(value);
    if (hidden.success) return wrap(z.json().parse(JSON.parse(hidden.data.plaintext)));
    if (typeof value !== "object" || value === null) return value;
    return Array.isArray(value) ? value.map(unwrap) : read(value);
  };
  return { urn: one.urn, id: one.id, before: read(one.inputs), recorded: read(one.outputs) };
}

function resourcesOf(text: string) {
  return state.parse(JSON.parse(text)).deployment.resources;
}
