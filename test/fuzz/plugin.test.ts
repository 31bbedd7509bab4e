import fc from "fast-check";
import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb.js";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { settingsSchema } from "../../provider/client/settings.ts";
import { isJsonObject, type Json } from "../../provider/core/json.ts";
import { gates } from "../../provider/gates/gates.ts";
import { functions } from "../../provider/lookups/functions.ts";
import { plainJson, plainText } from "../support/fuzz/anyValue.ts";
import { type Ending, fuzz } from "../support/fuzz/fuzz.ts";
import { secretsShown } from "../support/fuzz/secretsShown.ts";
import { startPlugin } from "../support/plugin/pluginClient.ts";
import { type Properties, secret, unknownValue } from "../support/plugin/pluginProperties.ts";
import { healthy } from "../support/plugin/pluginScene.ts";
import { usePlugin } from "../support/plugin/usePlugin.ts";

const { emulator, plugin } = await usePlugin();
afterEach(() => emulator.clearRequests());
const long = { timeout: 1_800_000 };
const HIDDEN = "hidden-Input-0123456789";

/** Values as the engine sends them: plain, secret, not known yet, nested. What is not marked as a secret is none. */
const value: fc.Arbitrary<JavaScriptValue> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<JavaScriptValue>(healthy, "26h", "7d", "deny", "warn", true, 1, ["a"], null),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(unknownValue, secret(HIDDEN), secret(unknownValue), secret({ a: [HIDDEN] })),
  },
  { weight: 1, arbitrary: fc.constantFrom<JavaScriptValue>({ "4dabf18193072939515e22adb298388d": "nope", value: 1 }) },
  { weight: 2, arbitrary: plainJson.map(asProperty) },
);

/** What a property can hold: protobuf has no lone surrogates, and its text no end of zeros. */
function asProperty(json: Json): JavaScriptValue {
  return JSON.parse(JSON.stringify(json).toWellFormed());
}

function bag(names: readonly string[]): fc.Arbitrary<Properties> {
  const name = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...names) },
    plainText.map((text) => text.toWellFormed()),
  );
  return fc.dictionary(name, value, { maxKeys: 6 });
}

const grpcError = z.object({ code: z.number(), details: z.string() });
/** CANCELLED, UNKNOWN, INVALID_ARGUMENT, NOT_FOUND, UNIMPLEMENTED: what the plugin answers by itself. */
const ANSWERED = [1, 2, 3, 5, 12];
const CRASH =
  /Cannot read|is not a function|is not iterable|undefined|\[object |Maximum call stack|ZodError|Unexpected token|Invalid string length/;

async function ending(call: Promise<unknown>): Promise<Ending> {
  const [outcome] = await Promise.allSettled([call]);
  if (outcome?.status === "fulfilled") {
    refuseSecretsIn(JSON.stringify(withoutSecrets(z.json().parse(JSON.parse(JSON.stringify(outcome.value ?? null))))));
    return "answer";
  }
  const { code, details } = grpcError.parse(outcome?.reason);
  expect(ANSWERED, details).toContain(code);
  expect(details).not.toMatch(CRASH);
  refuseSecretsIn(details);
  return "error";
}

/** What the engine keeps to itself is taken away: values that are marked as secrets. */
function withoutSecrets(json: Json): Json {
  if (Array.isArray(json)) return json.map((item: Json) => withoutSecrets(item));
  if (!isJsonObject(json)) return json;
  if (json["4dabf18193072939515e22adb298388d"] === "1b47061264138c4ac30d75fd1eb44270") return "secret";
  return Object.fromEntries(Object.entries(json).map(([key, inner]) => [key, withoutSecrets(inner)]));
}

function refuseSecretsIn(text: string): void {
  const found = [...secretsShown(text), ...(text.includes(HIDDEN) ? [HIDDEN] : [])];
  if (found.length > 0) throw new Error(`Secrets in clear: ${found.join("; ")}\nin ${text.slice(0, 2000)}`);
}

test("Invoke answers any token and any arguments", long, async () => {
  const call = fc
    .constantFrom(...functions.filter(({ secret: isSecret }) => !isSecret))
    .chain(({ name, inputs, operation }) =>
      fc.record({
        token: fc.oneof(
          { weight: 9, arbitrary: fc.constant(`${operation.api.module}:${name}`) },
          { weight: 1, arbitrary: plainText.map((text) => text.toWellFormed()) },
        ),
        args: bag(Object.keys(inputs.shape)),
        preview: fc.boolean(),
      }),
    );
  await fuzz("calls over gRPC", call, 60, ({ token, args, preview }) =>
    ending(plugin.invoke(token, args, { preview })),
  );
});

test("Check, Diff, Create, Update, Read and Delete answer any gate", long, async () => {
  const call = fc.constantFrom(...gates).chain((gate) => {
    // Nothing waits: in `up` that would take as long as the bag says.
    const names = Object.keys(gate.inputs.shape).filter((name) => name !== "waitFor");
    const some = bag(names);
    return fc.record({
      method: fc.constantFrom("check", "diff", "create", "update", "read", "delete"),
      urn: fc.oneof(
        {
          weight: 9,
          arbitrary: fc.constant(`urn:pulumi:test::p::alicloud-backups:${gate.operation.api.module}:${gate.name}::g`),
        },
        { weight: 1, arbitrary: plainText.map((text) => text.toWellFormed()) },
      ),
      id: fc.constantFrom("gate", "", "x".repeat(5000)),
      recorded: some,
      before: some,
      news: some,
      preview: fc.boolean(),
    });
  });
  await fuzz("calls over gRPC", call, 60, ({ method, id, urn, recorded, before, news, preview }) => {
    const { waitFor: _, ...inputs } = news;
    const change = { id, urn, recorded, before, news: inputs };
    switch (method) {
      case "check":
        return ending(plugin.check(news, urn));
      case "diff":
        return ending(plugin.diff(change));
      case "create":
        return ending(plugin.create(inputs, { preview, urn }));
      case "update":
        return ending(plugin.update(change, { preview }));
      case "read":
        return ending(plugin.read(id, recorded, inputs, urn));
      default:
        return ending(plugin.delete(id, recorded, inputs, urn));
    }
  });
});

test("CheckConfig, DiffConfig and Configure answer any configuration", long, async () => {
  // Configure is for a process of its own: what it is told counts from then on.
  await using own = await startPlugin();
  const names = Object.keys(settingsSchema.shape);
  const call = fc.record({
    method: fc.constantFrom("check", "diff", "configure"),
    before: bag(names),
    news: bag(names),
  });
  await fuzz("calls over gRPC", call, 40, ({ method, before, news }) => {
    if (method === "check") return ending(own.checkConfig(news));
    return ending(method === "diff" ? own.diffConfig(before, news) : own.configure(news));
  });
});

test("the process has gone on all the time", async () => {
  const { result } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy });
  expect(result).toHaveProperty("backupId");
});
