import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { HOUR } from "../support/fixtures/backups.ts";
import { handedOut, keyReply } from "../support/fixtures/temporaryKeys.ts";
import { startAnswering } from "../support/network/answeringServer.ts";
import { leadMetadata, metadataToken, startMetadata } from "../support/network/metadataService.ts";

/** In a Node of its own: what a process can tell about itself, before and after something is done. */
const library = `
  import { createRequire } from "node:module";
  import diagnostics from "node:diagnostics_channel";
  import http from "node:http";
  import https from "node:https";
  const require = createRequire(process.cwd() + "/");
  const channels = ["http.client.request.start", "http.client.request.created", "http.client.request.error",
    "http.client.response.finish", "http.server.request.start", "net.client.socket", "net.server.socket", "child_process",
    "undici:request:create", "tracing:module.require:start", "tracing:module.import:start"];
  const prototypes = { Object, Array, String, Number, Function, Promise, Map, Set, RegExp, Date, Error, Buffer, JSON, Math };
  const owner = (value) => value?.prototype ?? value;
  const references = [http.request, http.Agent, http.globalAgent, https.request, globalThis.fetch, console.log, console.error,
    process.stdout.write, process.stderr.write, process.emitWarning, process.emit, Error.prepareStackTrace, JSON.parse];
  const look = () => ({
    env: { ...process.env },
    listeners: Object.fromEntries(process.eventNames().map((name) => [String(name), process.listenerCount(name)])),
    channels: channels.filter((name) => diagnostics.hasSubscribers(name)),
    // zod keeps its registry there, under names of its own.
    globals: Object.getOwnPropertyNames(globalThis).filter((name) => !name.startsWith("__zod_")).sort(),
    prototypes: Object.entries(prototypes).map(([name, value]) => [name, Reflect.ownKeys(owner(value)).map(String)]),
    limits: [Error.stackTraceLimit, process.noDeprecation, process.title, process.umask(), process.exitCode],
    modules: Object.keys(require.cache).filter((path) => /node_modules.(debug|httpx|@alicloud)./.test(path)),
  });
  const same = () => [http.request, http.Agent, http.globalAgent, https.request, globalThis.fetch, console.log, console.error,
    process.stdout.write, process.stderr.write, process.emitWarning, process.emit, Error.prepareStackTrace, JSON.parse]
    .every((value, index) => value === references[index]);
`;

async function run(script: string, env: Readonly<Record<string, string>>, options: readonly string[] = []) {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [...options, "--input-type=module", "-e", `${library}\n${script}`],
    { cwd: projectRoot, env: { PATH: process.env.PATH, ...env }, timeout: 60_000 },
  );
  const [result = "{}", ...others] = stdout.trimEnd().split("\n").reverse();
  return { result: JSON.parse(result), others, stderr };
}

describe("S4: an import changes nothing of the process that it is made in", { timeout: 60_000 }, () => {
  test.each(["foo", "*", "", "foo,-httpx:*"])("provider/dynamic, with DEBUG=%j", async (DEBUG) => {
    const script = `
      await import("@pulumi/pulumi");
      await new Promise((resolve) => setTimeout(resolve, 50));
      const before = look();
      await import("./provider/dynamic/index.ts");
      await new Promise((resolve) => setTimeout(resolve, 50));
      process.stdout.write("\\n" + JSON.stringify({ before, after: look(), same: same() }) + "\\n");
    `;
    const { result, others } = await run(script, { DEBUG });

    expect(result.after).toEqual(result.before);
    expect(result.after.env.DEBUG ?? "").toBe(DEBUG);
    expect(result.same).toBe(true);
    expect(others.filter((line) => line !== "")).toEqual([]);
  });

  test.each(["./sdk/index.ts", "./emulator/index.ts"])("%s", async (path) => {
    const script = `
      await import("@pulumi/pulumi");
      const before = look();
      await import(${JSON.stringify(path)});
      process.stdout.write("\\n" + JSON.stringify({ before, after: look(), same: same() }) + "\\n");
    `;
    const { result, others } = await run(script, { DEBUG: "foo" });

    expect(result.after).toEqual(result.before);
    expect(result.same).toBe(true);
    expect(others.filter((line) => line !== "")).toEqual([]);
  });

  test("nor does a lookup, with DEBUG=*; and the process's own loggers go on", async () => {
    const body = { TotalRecordCount: 0, Items: { Backup: [] } };
    await using service = await startAnswering(() => ({ body }));
    const key = keyReply(0, Date.now() + HOUR);
    // Both of Alibaba's libraries are loaded: one fetches this key, and one signs with it.
    await using metadata = await startMetadata(() => ({ body: key }));
    const script = `
      await import("@pulumi/pulumi");
      const mine = require("debug")("mine");
      const httpx = require("httpx");
      const { dynamicMethods } = await import("./provider/dynamic/index.ts");
      const { withStackSession } = await import("./provider/dynamic/withStackSession.ts");
      const { functions } = await import("./provider/lookups/functions.ts");
      const config = { get: (key) => JSON.parse(process.env.CONFIGURATION)[key] };
      const getBackups = functions.find(({ name }) => name === "getBackups");
      const before = look();
      const answer = await withStackSession(config, (session) => getBackups.run(session, { dbInstanceId: "rm-x" }));
      const after = look();
      const own = require("httpx") === httpx && require("debug")("mine").enabled;
      mine("my own line");
      await httpx.request(process.env.URL, { data: "my own request", method: "POST" });
      process.stdout.write("\\n" + JSON.stringify({ answer, before, after, own, same: same() }) + "\\n");
      process.exit(0);
    `;
    const configuration = {
      "alicloud-backups:region": "cn-hangzhou",
      "alicloud-backups:ecsRoleName": "node-role",
      "alicloud-backups:endpoints": JSON.stringify({ rds: service.url }),
    };
    const CONFIGURATION = JSON.stringify(configuration);
    const env = { DEBUG: "*", CONFIGURATION, URL: service.url, METADATA_PORT: String(metadata.port) };
    const { result, stderr } = await run(script, env, ["--import", leadMetadata]);

    expect(result.answer).toEqual({ backups: [], ids: [] });
    expect(metadata.asked).toHaveLength(2);
    expect(result.after).toEqual(result.before);
    expect(result.own && result.same).toBe(true);
    expect(stderr).toContain("my own line");
    expect(stderr).toContain("my own request");
    for (const secret of [...handedOut, metadataToken, "SignatureNonce", "DescribeBackups"]) {
      expect(stderr).not.toContain(secret);
    }
  });
});
