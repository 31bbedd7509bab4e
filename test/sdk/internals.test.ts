import * as pulumi from "@pulumi/pulumi";
import { afterEach, describe, expect, test, vi } from "vitest";

/** The parts of Pulumi that a test takes away or replaces. */
const changes = vi.hoisted(() => ({
  runtime: new Map<string, unknown>(),
  settings: new Map<string, unknown>(),
  mocks: new Map<string, unknown>(),
}));

vi.mock("@pulumi/pulumi", async (original) => {
  const module = await original<typeof import("@pulumi/pulumi")>();
  return { ...module, runtime: changing(module.runtime, changes.runtime) };
});
vi.mock("@pulumi/pulumi/runtime/settings.js", async (original) => changing(await original<object>(), changes.settings));
vi.mock("@pulumi/pulumi/runtime/mocks.js", async (original) => changing(await original<object>(), changes.mocks));
vi.mock("@pulumi/pulumi/version.js", () => ({ version: "3.999.0" }));

function changing<T extends object>(module: T, changed: ReadonlyMap<string, unknown>): T {
  return new Proxy(
    { ...module },
    {
      get: (target, name, receiver) =>
        typeof name === "string" && changed.has(name) ? changed.get(name) : Reflect.get(target, name, receiver),
      has: (target, name) =>
        typeof name === "string" && changed.has(name) ? changed.get(name) !== undefined : Reflect.has(target, name),
    },
  );
}

const { callbackServer, idleHook, programEnd, underMocks, unknownResult } = await import("../../sdk/internals.ts");
const { amendLaterTransformOptions } = await import("../../sdk/guard/amendLaterTransformOptions.ts");
const { expectMatches } = await import("../../sdk/guard/expectMatches.ts");

afterEach(() => {
  for (const part of Object.values(changes)) part.clear();
});

/** A stack, as far as the guard looks at it. */
class FakeStack extends pulumi.ComponentResource {
  constructor(data: object) {
    super("test:index:Stack", "stack", {}, { urn: "urn:pulumi:s::p::test:index:Stack::stack" });
    Object.assign(this, data);
  }
}

const lacks = (name: string) =>
  `@pulumi/pulumi 3.999.0 lacks ${name}, which pulumi-alicloud-backups needs. Install a version of @pulumi/pulumi that ` +
  "the README of pulumi-alicloud-backups names, and run again.";

function failureOf(use: () => unknown): unknown {
  try {
    use();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe("B9: a part of Pulumi that is gone ends the program, and the error names it and the version", () => {
  test.each<readonly [string, keyof typeof changes, string, unknown, () => unknown]>([
    ["runtime.waitForRPCs", "runtime", "waitForRPCs", undefined, () => programEnd(stackWith({ __data: resolved }))],
    ["ComponentResource.__data", "runtime", "-", undefined, () => programEnd(stackWith({ __data: undefined }))],
    ["ComponentResource.__data", "runtime", "-", undefined, () => programEnd(stackWith({ __data: "data" }))],
    ["runtime.settings.getCallbacks", "settings", "getCallbacks", null, callbackServer],
    ["a callback server", "settings", "getCallbacks", () => undefined, callbackServer],
    ["CallbackServer.registerStackTransform", "settings", "getCallbacks", () => ({}), callbackServer],
    [
      "CallbackServer.awaitStackRegistrations",
      "settings",
      "getCallbacks",
      () => ({ registerStackTransform: () => undefined }),
      callbackServer,
    ],
    ["runtime.mocks.MockMonitor", "mocks", "MockMonitor", null, underMocks],
    ["runtime.unknownValue", "runtime", "unknownValue", undefined, unknownResult],
    [
      "runtime.deserializeProperty for unknown values",
      "runtime",
      "deserializeProperty",
      () => undefined,
      () => unknownResult(),
    ],
  ])("%s", (name, part, key, value, use) => {
    changes[part].set(key, value);
    const failure = failureOf(use);
    expect(failure).toBeInstanceOf(pulumi.RunError);
    expect(failure).toHaveProperty("message", lacks(name));
  });

  test("the guard's transforms are not registered without their callback server", () => {
    changes.settings.set("getCallbacks", () => undefined);
    expect(() => amendLaterTransformOptions((_, opts) => opts)).toThrow(lacks("a callback server"));
  });

  test("the guard's check for matches does not start without a stack", () => {
    changes.runtime.set("getStackResource", () => undefined);
    expect(() => expectMatches(() => true)).toThrow("guardDatabases must be called inside of a Pulumi program.");
  });

  test("nor where the end of the program cannot be waited for", () => {
    changes.runtime.set("getStackResource", () => stackWith({ __data: resolved }));
    changes.runtime.set("registerStackTransformation", () => undefined);
    changes.runtime.set("registerResourceTransform", () => undefined);
    changes.runtime.set("waitForRPCs", undefined);
    expect(() => expectMatches(() => true)).toThrow(lacks("runtime.waitForRPCs"));
  });
});

describe("the program's end", () => {
  test("comes after the stack's data and the calls to the engine", async () => {
    const order: string[] = [];
    changes.runtime.set("waitForRPCs", () => Promise.resolve(order.push("calls")));
    const data = Promise.resolve().then(() => order.push("data"));
    await programEnd(stackWith({ __data: data }));
    expect(order).toEqual(["data", "calls"]);
  });

  test("is an error when the program fails", async () => {
    changes.runtime.set("waitForRPCs", () => Promise.resolve());
    await expect(programEnd(stackWith({ __data: Promise.reject(new Error("mine")) }))).rejects.toThrow("mine");
  });
});

test("an idle hook is one for Pulumi", () => {
  const hook = idleHook("h");
  expect(hook.name).toBe("h");
  expect(pulumi.ResourceHook.isInstance(hook)).toBe(true);
});

const resolved = Promise.resolve();

function stackWith(data: object): pulumi.Resource {
  return new FakeStack(data);
}
