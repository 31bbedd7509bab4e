import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { profileHome } from "../support/fixtures/profileHome.ts";
import { keyReply, temporaryKey } from "../support/fixtures/temporaryKeys.ts";
import { startAnswering } from "../support/network/answeringServer.ts";

/** In a Node of its own: gets a key for these settings, and says which of the libraries were loaded. */
const script = `
  import { registerHooks } from "node:module";
  const loaded = new Set();
  registerHooks({
    load(url, context, next) {
      const [library] = /@alicloud.credentials|hpagent/.exec(url) ?? [];
      if (library) loaded.add(library);
      return next(url, context);
    },
  });
  const { findCredentialSource } = await import("./provider/client/credentials/findCredentialSource.ts");
  const { createCredentialCache } = await import("./provider/client/credentials/createCredentialCache.ts");
  const { connectionOpener } = await import("./provider/client/http/connectionOpener.ts");
  const { realHost } = await import("./provider/core/realHost.ts");
  const look = { settings: JSON.parse(process.env.SETTINGS), env: process.env, now: Date.now(), warn: () => {} };
  const openConnections = connectionOpener(look);
  const { signal } = new AbortController();
  const keys = createCredentialCache(findCredentialSource(look), { host: realHost, signal, openConnections });
  const { accessKeyId } = await keys.get().catch((error) => ({ accessKeyId: error.failure.what }));
  console.log(JSON.stringify({ accessKeyId, loaded: [...loaded] }));
`;

async function keyFor(settings: object, HOME: string, proxy = ""): Promise<unknown> {
  const env = { PATH: process.env.PATH, HOME, SETTINGS: JSON.stringify(settings), HTTPS_PROXY: proxy };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    cwd: projectRoot,
    env,
    timeout: 30_000,
  });
  return JSON.parse(stdout);
}

test("the library of credentials is loaded for the metadata service only, and that of proxies where there is one", {
  timeout: 60_000,
}, async () => {
  const key = { access_key_id: "profileKey", access_key_secret: "secretOfMine" };
  using home = profileHome({ plain: { mode: "AK", ...key }, sts: { mode: "StsToken", sts_token: "token", ...key } });
  await using helper = await startAnswering(() => ({ body: keyReply(0, Date.now() + 3_600_000) }));
  const configured = { accessKey: "configuredKey", secretKey: "secretOfMine" };

  expect(await keyFor(configured, home.home)).toEqual({ accessKeyId: "configuredKey", loaded: [] });
  expect(await keyFor({}, home.home)).toEqual({ accessKeyId: "profileKey", loaded: [] });
  expect(await keyFor({ profile: "sts" }, home.home)).toEqual({ accessKeyId: "profileKey", loaded: [] });
  expect(await keyFor({ credentialsUri: helper.url }, home.home)).toEqual({
    accessKeyId: temporaryKey(0).accessKey,
    loaded: [],
  });
  expect(await keyFor({ credentialsUri: "https://helper.example.test" }, home.home, "http://127.0.0.1:1")).toEqual({
    accessKeyId: expect.stringContaining("the proxy http://127.0.0.1:1 (HTTPS_PROXY) cannot be used: ECONNREFUSED"),
    loaded: ["hpagent"],
  });
});
