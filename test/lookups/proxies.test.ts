import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import type { Settings } from "../../provider/client/settings.ts";
import { CancelledError } from "../../provider/core/errors/CancelledError.ts";
import type { Host } from "../../provider/core/host.ts";
import { backup, HOUR, NOW, SHOP } from "../support/fixtures/backups.ts";
import { keyReply, temporaryKey } from "../support/fixtures/temporaryKeys.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { startAnswering } from "../support/network/answeringServer.ts";
import { startRawServer } from "../support/network/rawServer.ts";
import { everyProxyVariable, startRecordingProxy } from "../support/network/recordingProxy.ts";
import { selfSigned } from "../support/network/selfSigned.ts";
import { testAuthority } from "../support/network/testAuthority.ts";
import { type ProxyAnswer, startTunnelProxy, type TunnelProxy, withLogin } from "../support/network/tunnelProxy.ts";

/** Nobody but the proxies of these tests knows where the hosts below example.test are. */
const SERVICE = "rds.example.test";
const emulator = await useEmulator(() =>
  startEmulator({
    seeds: [],
    clock: { now: () => NOW },
    modes: { timestamps: "unchecked" },
    credentials: [demoCredentials.owner, temporaryKey(0)],
    tls: testAuthority,
  }),
);
beforeEach(() => {
  emulator.add(backup("1", 5));
});

const folder = mkdtempSync(join(tmpdir(), "alicloud-backups-ca-"));
afterAll(() => rmSync(folder, { recursive: true }));
const caFile = join(folder, "authority.pem");
writeFileSync(caFile, testAuthority.authority);

const toService = (): ProxyAnswer => ({ port: emulator.port });
const args = { dbInstanceId: SHOP };
const password = "p@ss/w0rd#1";

function sessionBehind(env: Host["env"], settings: Settings = {}) {
  const endpoints = { rds: `https://${SERVICE}`, dbs: `https://${SERVICE}` };
  return openSession(emulator, { env, settings: { endpoints, caFile, maxRetryTimeout: 0, ...settings } });
}

const newestBehind = (env: Host["env"], settings?: Settings) =>
  call(sessionBehind(env, settings), "getLatestBackup", args);

/** The lines of the error about a proxy that HTTPS_PROXY names. */
async function refusalBehind(proxy: Pick<TunnelProxy, "url">, settings?: Settings): Promise<readonly string[]> {
  return (await failure(newestBehind({ HTTPS_PROXY: proxy.url }, settings))).message.split("\n");
}

describe("F42: a proxy", () => {
  test.each(["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])("that %s names is used", async (variable) => {
    await using proxy = await startTunnelProxy(toService);

    expect(await newestBehind({ [variable]: proxy.url })).toMatchObject({ backupId: "1" });

    expect(proxy.requests).toEqual([{ target: `${SERVICE}:443`, login: undefined }]);
  });

  test("may be named without a scheme", async () => {
    await using proxy = await startTunnelProxy(toService);
    expect(await newestBehind({ HTTPS_PROXY: proxy.host })).toMatchObject({ backupId: "1" });
  });

  test("may speak TLS itself, with a certificate that caFile vouches for", async () => {
    await using proxy = await startTunnelProxy(toService, testAuthority);
    expect(await newestBehind({ HTTPS_PROXY: proxy.url })).toMatchObject({ backupId: "1" });
  });

  test("makes one connection for request after request", async () => {
    await using proxy = await startTunnelProxy(toService);
    const session = sessionBehind({ HTTPS_PROXY: proxy.url });

    for (let n = 0; n < 3; n++) await call(session, "getLatestBackup", args);

    expect(emulator.requests()).toHaveLength(3);
    expect(proxy.requests).toHaveLength(1);
  });

  test("is told user name and password, decoded; nobody else is", async () => {
    await using proxy = await startTunnelProxy(withLogin(`robot:${password}`, toService));
    const url = `http://robot:${encodeURIComponent(password)}@${proxy.host}`;

    expect(await newestBehind({ HTTPS_PROXY: url })).toMatchObject({ backupId: "1" });

    expect(JSON.stringify(emulator.requests())).not.toContain("robot");
  });
});

describe("what a proxy is in the way of", () => {
  test("STS is asked through it", async () => {
    await using sts = await startAnswering(
      () => ({ body: { RequestId: "R", Credentials: keyReply(0, NOW + HOUR) } }),
      testAuthority,
    );
    await using proxy = await startTunnelProxy(({ target }) =>
      target === "sts.example.test:443" ? { port: sts.port } : toService(),
    );
    const endpoints = { rds: SERVICE, dbs: SERVICE, sts: "sts.example.test" };
    const assumeRole = { roleArn: "acs:ram::123456789012:role/reader" };

    expect(await newestBehind({ HTTPS_PROXY: proxy.url }, { endpoints, assumeRole })).toMatchObject({ backupId: "1" });

    expect(proxy.requests.map(({ target }) => target)).toEqual(["sts.example.test:443", `${SERVICE}:443`]);
  });

  test("a credential helper elsewhere is asked through it", async () => {
    await using helper = await startAnswering(() => ({ body: keyReply(0, NOW + HOUR) }), testAuthority);
    await using proxy = await startTunnelProxy(({ target }) =>
      target === "helper.example.test:8443" ? { port: helper.port } : toService(),
    );
    const credentialsUri = "https://helper.example.test:8443/key";
    const settings = { accessKey: undefined, secretKey: undefined, credentialsUri };

    expect(await newestBehind({ HTTPS_PROXY: proxy.url }, settings)).toMatchObject({ backupId: "1" });

    expect(proxy.requests.map(({ target }) => target)).toEqual(["helper.example.test:8443", `${SERVICE}:443`]);
  });

  test("STS behind a proxy that refuses: the error names both, and no password", async () => {
    await using proxy = await startTunnelProxy(() => ({ status: 407 }));
    const endpoints = { rds: emulator.url, dbs: emulator.url, sts: "sts.example.test" };
    const settings = { endpoints, assumeRole: { roleArn: "acs:ram::123456789012:role/reader" } };
    const HTTPS_PROXY = `http://robot:${encodeURIComponent(password)}@${proxy.host}`;

    const { message } = await failure(newestBehind({ HTTPS_PROXY }, settings));

    expect(message.split("\n")).toEqual([
      `DescribeBackups for ${SHOP} failed: no key came from assumeRole (acs:ram::123456789012:role/reader): STS did not ` +
        `answer (the proxy ${proxy.url} (HTTPS_PROXY) asks for a user name and a password (HTTP 407)).`,
      expect.stringMatching(/^ {2}region cn-hangzhou, endpoint https:\/\/sts\.example\.test, 1 attempt in /),
      "  What to do: correct user name and password in HTTPS_PROXY, special characters percent-encoded; to reach " +
        "sts.example.test without it, add sts.example.test to NO_PROXY.",
    ]);
    expect(proxy.requests).toHaveLength(1);
  });
});

describe("no proxy hears of", () => {
  test("this machine, whatever the variables say, and however wrong they are", async () => {
    await using proxy = await startRecordingProxy();
    const endpoints = { rds: emulator.url.replace("127.0.0.1", "localhost") };

    expect(await newestBehind(everyProxyVariable(proxy.url), { endpoints })).toMatchObject({ backupId: "1" });
    expect(await newestBehind(everyProxyVariable("no proxy"), { endpoints })).toMatchObject({ backupId: "1" });

    expect(proxy.requests).toEqual([]);
  });

  test("a host in NO_PROXY", async () => {
    await using proxy = await startTunnelProxy(toService);
    const env = { HTTPS_PROXY: proxy.url, NO_PROXY: "10.0.0.0/8, .example.test" };

    expect((await failure(newestBehind(env))).message).not.toContain("proxy");

    expect(proxy.requests).toEqual([]);
  });

  test("a request when ALL_PROXY is for SOCKS, which is told once", async () => {
    const session = sessionBehind({ ALL_PROXY: "socks5://robot:hidden1@127.0.0.1:1080" });

    for (let n = 0; n < 2; n++) await failure(call(session, "getLatestBackup", args));

    expect(session.warnings).toEqual([
      `ALL_PROXY names a socks5 proxy, and this package can use HTTP proxies only: ${SERVICE} is asked directly, as the ` +
        "alicloud provider does, which does not read this variable. For a proxy set HTTPS_PROXY.",
    ]);
  });
});

describe("an error names the proxy, and what to do", () => {
  const without = `to reach ${SERVICE} without it, add ${SERVICE} to NO_PROXY.`;

  test("that nothing listens at", async () => {
    const url = "http://127.0.0.1:1";
    expect(await refusalBehind({ url })).toEqual([
      `DescribeBackups for ${SHOP} failed: no reply came (the proxy ${url} (HTTPS_PROXY) cannot be used: ECONNREFUSED).`,
      expect.stringContaining(`endpoint https://${SERVICE}, 1 attempt in `),
      `  What to do: check that the proxy runs, can be reached from here, and is spelt right in HTTPS_PROXY; ${without}`,
    ]);
  });

  test("that wants a password and gets none", async () => {
    await using proxy = await startTunnelProxy(withLogin(`robot:${password}`, toService));
    const [first, , remedy] = await refusalBehind(proxy, { maxRetryTimeout: 60 });
    expect(first).toBe(
      `DescribeBackups for ${SHOP} failed: no reply came (the proxy ${proxy.url} (HTTPS_PROXY) asks for a user name and a ` +
        "password (HTTP 407)).",
    );
    expect(remedy).toBe(
      `  What to do: write them into HTTPS_PROXY, as http://USER:PASSWORD@${proxy.host}, special characters ` +
        `percent-encoded; ${without}`,
    );
    // Asking again would change nothing.
    expect(proxy.requests).toHaveLength(1);
  });

  test("that takes another password, none of which is shown", async () => {
    await using proxy = await startTunnelProxy(withLogin(`robot:${password}`, toService));
    const url = `http://robot:wr0ngPassword@${proxy.host}`;
    const lines = await refusalBehind({ url });
    expect(lines[2]).toBe(
      `  What to do: correct user name and password in HTTPS_PROXY, special characters percent-encoded; ${without}`,
    );
    expect(lines.join("\n")).toContain(`the proxy ${proxy.url} (HTTPS_PROXY)`);
    expect(lines.join("\n")).not.toMatch(/wr0ngPassword|robot/);
  });

  test("that refuses the host: at once, whatever stands on its page", async () => {
    const row = { BackupId: "9", BackupStatus: "Success", DBInstanceId: SHOP };
    const body = JSON.stringify({ RequestId: "R", TotalRecordCount: 1, Items: { Backup: [row] } });
    await using proxy = await startTunnelProxy(() => ({ status: 403, body }));
    const [first, , remedy] = await refusalBehind(proxy, { maxRetryTimeout: 60 });
    expect(first).toContain(`(the proxy ${proxy.url} (HTTPS_PROXY) does not connect (HTTP 403))`);
    expect(remedy).toBe(
      `  What to do: see that the proxy lets requests to ${SERVICE} through and can reach it; ${without}`,
    );
    expect(proxy.requests).toHaveLength(1);
  });

  test.each([201, 204, 301])("that answers HTTP %s, which is no connection either", async (status) => {
    await using proxy = await startTunnelProxy(() => ({ status, body: "{}" }));
    expect((await refusalBehind(proxy))[0]).toContain(`does not connect (HTTP ${status})`);
  });

  test("whose own way is blocked: it is tried again", async () => {
    let before = 0;
    await using proxy = await startTunnelProxy(() => (before++ === 0 ? { status: 502 } : toService()));
    expect(await newestBehind({ HTTPS_PROXY: proxy.url }, { maxRetryTimeout: 60 })).toMatchObject({ backupId: "1" });
  });

  test("that says nothing, and leaves no connection behind", async () => {
    await using proxy = await startTunnelProxy(() => "never");
    const [first, , remedy] = await refusalBehind(proxy, { clientConnectTimeout: 200 });
    expect(first).toMatch(/no reply came \((timed out: no connection within 200 ms, through )?the proxy http.*\)\.$/);
    expect(remedy).toMatch(/^ {2}What to do: check that .*; to reach rds\.example\.test without it, add /);
    await vi.waitFor(() => expect(proxy.connections()).toBe(0), 10_000);
  });

  test("whose answer comes drop by drop, and does not end", async () => {
    await using proxy = await startRawServer((socket) => {
      socket.write("HTTP/1.1 200 ");
      const drops = setInterval(() => socket.write("x"), 20);
      socket.on("close", () => clearInterval(drops));
    });
    const [first] = await refusalBehind(proxy, { clientConnectTimeout: 300 });
    expect(first).toContain(`(timed out: no connection within 300 ms, through the proxy ${proxy.url} (HTTPS_PROXY))`);
  });

  test("that says nothing while someone presses Ctrl-C", async () => {
    await using proxy = await startTunnelProxy(() => "never");
    const session = sessionBehind({ HTTPS_PROXY: proxy.url }, { clientConnectTimeout: 600_000 });
    const asking = failure(call(session, "getLatestBackup", args));
    await vi.waitFor(() => expect(proxy.requests).toHaveLength(1), 10_000);

    session.cancel();

    expect(await asking).toBeInstanceOf(CancelledError);
  });

  test("that opens TLS connections and shows a certificate of its own", async () => {
    await using intercepting = await startAnswering(() => ({ body: {} }), selfSigned);
    await using proxy = await startTunnelProxy(() => ({ port: intercepting.port }));
    const [first, , remedy] = await refusalBehind(proxy);
    expect(first).toContain(`(DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate, through the proxy ${proxy.url} (`);
    expect(remedy).toBe(
      "  What to do: check this machine's clock and its trusted authorities. A proxy that opens TLS connections shows a " +
        `certificate of its own: it must come from one of them, or from one that caFile or NODE_EXTRA_CA_CERTS names; ${without}`,
    );
    expect(intercepting.asked).toEqual([]);
  });

  test("that opens TLS connections, is trusted, and answers with a page of its own", async () => {
    const page = { status: 403, type: "text/html", body: "<html>Blocked by policy</html>" };
    await using intercepting = await startAnswering(() => page, testAuthority);
    await using proxy = await startTunnelProxy(() => ({ port: intercepting.port }));
    const [first, second] = await refusalBehind(proxy);
    expect(first).toContain("the reply is not a JSON object but begins with: <html>Blocked by policy</html>");
    expect(second).toContain(
      `endpoint https://${SERVICE}, through the proxy ${proxy.url} (HTTPS_PROXY), 1 attempt in `,
    );
  });

  test("whose own certificate nobody vouches for", async () => {
    await using proxy = await startTunnelProxy(toService, testAuthority);
    const [first, , remedy] = await refusalBehind(proxy, { caFile: undefined });
    expect(first).toMatch(/\(the proxy https:\/\/localhost:\d+ \(HTTPS_PROXY\) cannot be used: UNABLE_TO_VERIFY_LEAF_/);
    expect(remedy).toContain("The certificate of the proxy must come from one of them");
  });

  test("that is no HTTP proxy", async () => {
    const { message } = await failure(newestBehind({ HTTPS_PROXY: "socks5://robot:hidden1@127.0.0.1:1080" }));
    expect(message).toBe(
      'HTTPS_PROXY: names a socks5 proxy, and this package can use HTTP proxies only, as "http://proxy.example:3128"; to ' +
        `reach ${SERVICE} without it, add that to NO_PROXY`,
    );
  });

  test.each(["http://", "http://robot:hidden/1@127.0.0.1:3128", "http://robot:hidden%zz@127.0.0.1:3128", "::"])(
    "that cannot be read from %s, of which nothing is repeated",
    async (url) => {
      const { message } = await failure(newestBehind({ HTTPS_PROXY: url }));
      expect(message).toMatch(/^HTTPS_PROXY: expected the URL of a proxy, such as "http:\/\/proxy\.example:3128" or /);
      expect(message).not.toMatch(/hidden|robot/);
    },
  );
});

describe("caFile", () => {
  const withFile = async (name: string, content: string | Buffer) => {
    await using proxy = await startTunnelProxy(toService);
    writeFileSync(join(folder, name), content);
    return (await failure(newestBehind({ HTTPS_PROXY: proxy.url }, { caFile: join(folder, name) }))).message;
  };

  test("is looked for in the home when it begins with ~, and may hold more than one, and other text", async () => {
    await using proxy = await startTunnelProxy(toService);
    writeFileSync(join(folder, "bundle.pem"), `# ours\n${selfSigned.cert}\n\n# theirs\n${testAuthority.authority}`);
    const env = { HTTPS_PROXY: proxy.url, HOME: folder };
    expect(await newestBehind(env, { caFile: "~/bundle.pem" })).toMatchObject({ backupId: "1" });
  });

  test("vouches for an endpoint that is reached directly, too", async () => {
    const endpoints = { rds: emulator.url.replace("127.0.0.1", "localhost") };
    expect(await newestBehind({}, { endpoints })).toMatchObject({ backupId: "1" });
    const { message } = await failure(newestBehind({}, { endpoints, caFile: undefined }));
    expect(message).toContain("UNABLE_TO_VERIFY_LEAF_SIGNATURE");
    expect(message).toContain("; more of them are named by caFile, or NODE_EXTRA_CA_CERTS.");
  });

  test("that is not there, or cannot be read", async () => {
    const missing = join(folder, "missing.pem");
    expect((await failure(newestBehind({}, { caFile: missing }))).message).toBe(
      `caFile: there is no file ${missing}: expected the certificates of more authorities to trust`,
    );
    expect((await failure(newestBehind({}, { caFile: folder }))).message).toBe(
      `caFile: ${folder} cannot be read (EISDIR): expected the certificates of more authorities to trust`,
    );
  });

  test.each([
    ["empty", ""],
    ["DER", Buffer.from(testAuthority.authority.replace(/-----[^-]+-----|\s/g, ""), "base64")],
    ["a key", testAuthority.key],
  ])("that holds no certificate: %s", async (_, content) => {
    expect(await withFile("none.pem", content)).toBe(
      `caFile: ${join(folder, "none.pem")} holds no certificate in PEM form, which begins with -----BEGIN CERTIFICATE-----: ` +
        "for one in DER form, run `openssl x509 -inform der -in FILE -out FILE.pem`",
    );
  });

  test("of which one certificate is damaged", async () => {
    const damaged = testAuthority.authority.replace(/\n[^\n]{10}/, "\nAAAAAAAAAA");
    expect(await withFile("damaged.pem", `${selfSigned.cert}\n${damaged}`)).toBe(
      `caFile: certificate 2 of 2 in ${join(folder, "damaged.pem")} is damaged`,
    );
  });
});
