import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { profileHome } from "../support/fixtures/profileHome.ts";
import { keyReply, temporaryKey } from "../support/fixtures/temporaryKeys.ts";
import { startAnswering } from "../support/network/answeringServer.ts";

/** In a Node of its own: gets a key for these settings, and says whether the library was loaded. */
const script = `
  import { registerHooks } from "node:module";
  let loaded = false;
  registerHooks({
    load(url, context, next) {
      loaded ||= /@alicloud.credentials/.test(url);
      return next(url, context);
    },
  });
  const { findSource } = await import("./provider/client/credentials/findSource.ts");
  const { createCredentialCache } = await import("./provider/client/credentials/createCredentialCache.ts");
  const { realHost } = await import("./provider/core/realHost.ts");
  const look = { settings: JSON.parse(process.env.SETTINGS), env: process.env, now: Date.now(), warn: () => {} };
  const keys = createCredentialCache(findSource(look), { host: realHost, signal: new AbortController().signal });
  const { accessKeyId } = await keys.get();
  console.log(JSON.stringify({ accessKeyId, loaded }));
`;

async function keyFor(settings: object, HOME: string): Promise<unknown> {
  const env = { PATH: process.env.PATH, HOME, SETTINGS: JSON.stringify(settings) };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    cwd: projectRoot,
    env,
    timeout: 30_000,
  });
  return JSON.parse(stdout);
}

test("the library of credentials is loaded for the metadata service only", {
  timeout: 60_000,
}, async () => {
  const key = { access_key_id: "profileKey", access_key_secret: "secretOfMine" };
  using home = profileHome({ plain: { mode: "AK", ...key }, sts: { mode: "StsToken", sts_token: "token", ...key } });
  await using helper = await startAnswering(() => ({ body: keyReply(0, Date.now() + 3_600_000) }));
  const configured = { accessKey: "configuredKey", secretKey: "secretOfMine" };

  expect(await keyFor(configured, home.home)).toEqual({ accessKeyId: "configuredKey", loaded: false });
  expect(await keyFor({}, home.home)).toEqual({ accessKeyId: "profileKey", loaded: false });
  expect(await keyFor({ profile: "sts" }, home.home)).toEqual({ accessKeyId: "profileKey", loaded: false });
  expect(await keyFor({ credentialsUri: helper.url }, home.home)).toEqual({
    accessKeyId: temporaryKey(0).accessKey,
    loaded: false,
  });
});
