import http from "node:http";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import type { Host } from "../../provider/core/host.ts";
import { backup, HOUR, NOW, SHOP } from "../support/fixtures/backups.ts";
import { keyReply, temporaryKey } from "../support/fixtures/temporaryKeys.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { type Reply, startAnswering } from "../support/network/answeringServer.ts";
import { metadataToken, requestLeadingMetadata, startMetadata } from "../support/network/metadataService.ts";
import { everyProxyVariable, startRecordingProxy } from "../support/network/recordingProxy.ts";

const credentials = [temporaryKey(0)];
const emulator = await useEmulator(() =>
  startEmulator({
    seeds: [],
    clock: { now: () => NOW },
    modes: { timestamps: "unchecked" },
    credentials,
  }),
);
beforeEach(() => {
  emulator.add(backup("1", 5));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const args = { dbInstanceId: SHOP };

function leadMetadataTo(port: number): void {
  const request = requestLeadingMetadata(port);
  vi.spyOn(http, "request").mockImplementation(request);
}

async function startLedMetadata(reply: Reply) {
  const server = await startMetadata(() => reply);
  leadMetadataTo(server.port);
  return server;
}

const settings = { accessKey: undefined, secretKey: undefined, ecsRoleName: "node-role" };
const session = (env: Host["env"] = {}) => openSession(emulator, { settings, env });
const ok: Reply = { body: { ...keyReply(0, NOW + HOUR) } };

test("the role of the instance signs; the metadata service is asked with its token", async () => {
  await using metadata = await startLedMetadata(ok);
  expect(await call(session(), "getLatestBackup", args)).toMatchObject({ backupId: "1" });
  expect(metadata.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "PUT /latest/api/token",
    "GET /latest/meta-data/ram/security-credentials/node-role",
  ]);
  expect(metadata.asked[1]?.headers["x-aliyun-ecs-metadata-token"]).toBe(metadataToken);
  expect(emulator.requests().map(({ parameters }) => parameters.AccessKeyId)).toEqual([temporaryKey(0).accessKey]);
});

test("the metadata service is asked directly, whatever proxies the environment of the process names", async () => {
  await using proxy = await startRecordingProxy();
  await using metadata = await startLedMetadata(ok);
  const env = everyProxyVariable(proxy.url);
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);

  expect(await call(session(env), "getLatestBackup", args)).toMatchObject({ backupId: "1" });

  expect(metadata.asked).toHaveLength(2);
  expect(proxy.requests).toEqual([]);
});

describe("no key comes from the metadata service", () => {
  test.each<[string, Reply, string]>([
    ["no such role", { status: 404, body: "planted" }, "it answered HTTP 404"],
    ["HTML", { type: "text/html", body: "<html>planted" }, "what it answered is not a key"],
    ["not a success", { body: { ...keyReply(0, NOW + HOUR), Code: "planted" } }, "what it answered is not a key"],
    ["half a key", { body: { Code: "Success", AccessKeyId: "planted" } }, "what it answered is not a key"],
  ])("%s", async (_, reply, what) => {
    await using _metadata = await startLedMetadata(reply);
    const error = await failure(call(session(), "getLatestBackup", args));
    expect(error).toMatchObject({ details: { kind: "credentials" } });
    expect(error.message).toContain(`no key came from ecsRoleName node-role: ${what}.`);
    expect(error.message).toContain("endpoint http://100.100.100.200");
    expect(error.message).toContain("check that the RAM role node-role is attached to this ECS instance");
    expect(String(error.stack)).not.toContain("planted");
    expect(emulator.requests()).toEqual([]);
  });

  test("this is no ECS instance", async () => {
    const { port, ...server } = await startAnswering(() => "never");
    await server[Symbol.asyncDispose]();
    leadMetadataTo(port);
    const { message } = await failure(call(session(), "getLatestBackup", args));
    expect(message).toContain("no key came from ecsRoleName node-role: it did not answer (ECONNREFUSED).");
    expect(message).toContain("check that http://100.100.100.200 can be reached from here");
  });
});
