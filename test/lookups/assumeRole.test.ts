import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import type { Settings } from "../../provider/client/settings.ts";
import type { Host } from "../../provider/core/host.ts";
import { backup, HOUR, NOW, SHOP } from "../support/fixtures/backups.ts";
import { profileHome } from "../support/fixtures/profileHome.ts";
import { handedOut, keyReply, temporaryKey } from "../support/fixtures/temporaryKeys.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { type Asked, type Reply, startAnswering } from "../support/network/answeringServer.ts";
import { signV2 } from "../support/network/signV2.ts";

const emulator = await useEmulator(() =>
  startEmulator({
    seeds: [],
    clock: { now: () => NOW },
    modes: { timestamps: "unchecked" },
    credentials: [temporaryKey(0), temporaryKey(1)],
  }),
);
beforeEach(() => {
  emulator.add(backup("1", 5));
});

const args = { dbInstanceId: SHOP };
const { owner } = demoCredentials;
const roleArn = "acs:ram::123456789012:role/backup-reader";
const oidcProviderArn = "acs:ram::123456789012:oidc-provider/ci";
const oidcToken = "eyJhbGciOiJSUzI1NiJ9.planted.token";

/** STS, which hands out key 0, then 1 and so on, or answers what it is told. */
const startSts = (answer?: (before: number) => Reply | undefined) =>
  startAnswering(
    (_, before) =>
      answer?.(before) ?? {
        body: { RequestId: "6894B13B-6D71-4EF5-88FA-F32781734A7F", Credentials: keyReply(before, NOW + HOUR) },
      },
  );

const refusedWith = (code: string, status = 403, Message = `planted ${oidcToken}`) =>
  startSts(() => ({ status, body: { Code: code, Message, RequestId: "6894B13B-6D71-4EF5-88FA-F32781734A7F" } }));

function sessionWith(sts: { readonly url: string }, settings: Settings, env?: Host["env"]) {
  const endpoints = { rds: emulator.url, dbs: emulator.url, sts: sts.url };
  const key = { accessKey: undefined, secretKey: undefined };
  return openSession(emulator, { settings: { ...key, ...settings, endpoints }, ...(env && { env }) });
}

/** Whether the request was signed by this key, by signing it again. */
function isSignedBy(key: Parameters<typeof signV2>[1], { form }: Asked): boolean {
  const { Signature, ...parameters } = form;
  return signV2("POST", key, parameters).Signature === Signature;
}

describe("assumeRole", () => {
  test("asks STS with the key that was found, and signs with the one that it gives", async () => {
    await using sts = await startSts();
    const assumeRole = { roleArn, externalId: "x1", policy: '{"Version":"1"}', sessionExpiration: 1800 };

    expect(await call(sessionWith(sts, { ...owner, assumeRole }), "getLatestBackup", args)).toMatchObject({
      backupId: "1",
    });

    expect(sts.asked.map(({ method, form }) => ({ method, form }))).toMatchObject([
      {
        method: "POST",
        form: {
          Action: "AssumeRole",
          Version: "2015-04-01",
          AccessKeyId: owner.accessKey,
          RoleArn: roleArn,
          RoleSessionName: "pulumi-alicloud-backups",
          ExternalId: "x1",
          Policy: '{"Version":"1"}',
          DurationSeconds: "1800",
        },
      },
    ]);
    expect(sts.asked.every((asked) => isSignedBy(owner, asked))).toBe(true);
    expect(emulator.requests().map(({ parameters }) => parameters.AccessKeyId)).toEqual([temporaryKey(0).accessKey]);
  });

  test("leaves unsaid what was not said", async () => {
    await using sts = await startSts();
    await call(
      sessionWith(sts, { ...owner, assumeRole: { roleArn, sessionName: "nightly" } }),
      "getLatestBackup",
      args,
    );
    const names = Object.keys(sts.asked[0]?.form ?? {});
    expect(sts.asked[0]?.form.RoleSessionName).toBe("nightly");
    for (const name of ["DurationSeconds", "Policy", "ExternalId", "SecurityToken"]) expect(names).not.toContain(name);
  });

  test("is renewed when the service says that its key has expired", async () => {
    await using sts = await startSts();
    emulator.inject({ kind: "error", status: 403, code: "InvalidSecurityToken.Expired" });
    await call(sessionWith(sts, { ...owner, assumeRole: { roleArn } }), "getLatestBackup", args);
    expect(emulator.requests().map(({ parameters }) => parameters.AccessKeyId)).toEqual(
      [0, 1].map((n) => temporaryKey(n).accessKey),
    );
  });

  test("of a chain of profiles: each role with the key of the one before", async () => {
    await using sts = await startSts();
    const chained = { mode: "ChainableRamRoleArn", ram_role_arn: roleArn };
    using home = profileHome({
      top: { ...chained, source_profile: "middle", ram_session_name: "top" },
      middle: { ...chained, source_profile: "ground", ram_session_name: "middle" },
      ground: { mode: "AK", access_key_id: owner.accessKey, access_key_secret: owner.secretKey },
    });

    await call(sessionWith(sts, { profile: "top" }, { HOME: home.home }), "getLatestBackup", args);

    expect(sts.asked.map(({ form }) => form.RoleSessionName)).toEqual(["middle", "top"]);
    const [middle, top] = sts.asked;
    expect(middle && isSignedBy(owner, middle)).toBe(true);
    expect(top && isSignedBy(temporaryKey(0), top)).toBe(true);
    expect(emulator.requests().map(({ parameters }) => parameters.AccessKeyId)).toEqual([temporaryKey(1).accessKey]);
  });
});

describe("assumeRoleWithOidc", () => {
  const oidc = { roleArn, oidcProviderArn };

  test("sends the token, and no key at all", async () => {
    await using sts = await startSts();
    const session = sessionWith(sts, { assumeRoleWithOidc: { ...oidc, oidcToken } });
    expect(await call(session, "getLatestBackup", args)).toMatchObject({ backupId: "1" });
    const { form = {}, path = "" } = sts.asked[0] ?? {};
    expect(form).toMatchObject({
      Action: "AssumeRoleWithOIDC",
      OIDCProviderArn: oidcProviderArn,
      OIDCToken: oidcToken,
      RoleArn: roleArn,
      RoleSessionName: "pulumi-alicloud-backups",
    });
    expect(Object.keys(form)).not.toContain("AccessKeyId");
    expect(Object.keys(form)).not.toContain("Signature");
    expect(path).toBe("/");
  });

  test("from the environment reads the token's file anew for every key", async () => {
    await using sts = await startSts();
    using home = profileHome("");
    const file = join(home.home, "token");
    writeFileSync(file, "eyFirst\n");
    const env = {
      ALIBABA_CLOUD_ROLE_ARN: roleArn,
      ALIBABA_CLOUD_OIDC_PROVIDER_ARN: oidcProviderArn,
      ALIBABA_CLOUD_OIDC_TOKEN_FILE: file,
      ALIBABA_CLOUD_ROLE_SESSION_NAME: "pod-1",
    };
    const session = sessionWith(sts, {}, env);
    await call(session, "getBackups", args);
    writeFileSync(file, "eySecond");
    await session.host.sleep(HOUR, session.signal);
    await call(session, "getBackups", args);
    expect(sts.asked.map(({ form }) => [form.OIDCToken, form.RoleSessionName])).toEqual([
      ["eyFirst", "pod-1"],
      ["eySecond", "pod-1"],
    ]);

    rmSync(file);
    await session.host.sleep(HOUR, session.signal);
    const { message } = await failure(call(session, "getBackups", args));
    expect(message).toContain(`the token file ${file} cannot be read (ENOENT)`);
    expect(sts.asked).toHaveLength(2);
  });

  test("an empty token file is no token", async () => {
    await using sts = await startSts();
    using home = profileHome(" \n");
    const session = sessionWith(sts, { assumeRoleWithOidc: { ...oidc, oidcTokenFile: home.file } });
    expect((await failure(call(session, "getBackups", args))).message).toContain(
      `the token file ${home.file} is empty`,
    );
    expect(sts.asked).toEqual([]);
  });
});

describe("a refusal of STS", () => {
  test.each([
    [
      "NoPermission",
      403,
      `grant the RAM action sts:AssumeRole on ${roleArn} to the user or role of accessKey, secretKey`,
    ],
    ["EntityNotExist.Role", 404, `correct the ARN of the role: there is no ${roleArn}`],
    [
      "InvalidAccessKeyId.NotFound",
      404,
      "the key that assumes the role may be wrong, inactive or expired: check accessKey, secretKey",
    ],
    [
      "InvalidSecurityToken.Expired",
      400,
      "the key that assumes the role may be wrong, inactive or expired: check accessKey, secretKey",
    ],
    [
      "InvalidParameter.PolicyGrammar",
      400,
      `check roleArn, policy, session name and expiration of assumeRole (${roleArn})`,
    ],
  ])("%s says what to do, and repeats nothing but the code", async (code, status, remedy) => {
    await using sts = await refusedWith(code, status);
    const error = await failure(call(sessionWith(sts, { ...owner, assumeRole: { roleArn } }), "getLatestBackup", args));
    const [first, second, third] = error.message.split("\n");
    expect(error).toMatchObject({ details: { kind: "credentials", code, status } });
    expect(first).toBe(
      `DescribeBackups for ${SHOP} failed: no key came from assumeRole (${roleArn}): STS refused AssumeRole (${code}).`,
    );
    expect(second).toContain(
      `code ${code}, HTTP ${status}, RequestId 6894B13B-6D71-4EF5-88FA-F32781734A7F, region cn-hangzhou, endpoint ${sts.url},`,
    );
    expect(third).toContain(remedy);
    expect(`${error.stack}`).not.toContain("planted");
    expect(sts.asked).toHaveLength(1);
    expect(emulator.requests()).toEqual([]);
  });

  test("of a token names token and trust, and repeats no token", async () => {
    await using sts = await refusedWith("AuthenticationFail.OIDCToken.Expired", 400);
    const session = sessionWith(sts, { assumeRoleWithOidc: { roleArn, oidcProviderArn, oidcToken } });
    const { message } = await failure(call(session, "getLatestBackup", args));
    expect(message).toContain("STS refused AssumeRoleWithOIDC (AuthenticationFail.OIDCToken.Expired)");
    expect(message).toContain(`check the token and its provider, and that ${roleArn} trusts them`);
    expect(message).not.toContain("planted");
  });

  test("that hides a secret in its code is not repeated either", async () => {
    await using sts = await refusedWith(`code ${oidcToken}`);
    const { message } = await failure(
      call(sessionWith(sts, { ...owner, assumeRole: { roleArn } }), "getBackups", args),
    );
    expect(message).toContain("STS refused AssumeRole.");
    expect(message).not.toContain("planted");
  });

  test.each<[string, Reply, string, number]>([
    [
      "HTML",
      { type: "text/html", body: "<html>planted</html>" },
      "what answered in place of STS sent no JSON object",
      3,
    ],
    ["a JSON text", { body: '"planted"' }, "what answered in place of STS sent no JSON object", 3],
    ["no key", { body: { RequestId: "x" } }, "the reply of STS holds no whole key", 1],
    ["half a key", { body: { Credentials: { AccessKeyId: "planted" } } }, "the reply of STS holds no whole key", 1],
    [
      "a key that never ends",
      { body: { Credentials: { ...keyReply(0, NOW), Expiration: "planted" } } },
      "no whole key",
      1,
    ],
    [
      "500",
      { status: 500, body: { Code: "InternalError", Message: "planted" } },
      "STS refused AssumeRole (InternalError)",
      3,
    ],
  ])("or nonsense: %s", async (_, reply, what, tries) => {
    await using sts = await startSts(() => reply);
    const error = await failure(call(sessionWith(sts, { ...owner, assumeRole: { roleArn } }), "getBackups", args));
    expect(error).toMatchObject({ details: { kind: "credentials" } });
    expect(error.message).toContain(what);
    expect(error.message).not.toContain("planted");
    expect(sts.asked).toHaveLength(tries);
  });

  test("that passes is not the end", async () => {
    const busy = { status: 503, body: { Code: "ServiceUnavailable", Message: "busy" } };
    await using sts = await startSts((before) =>
      before === 0 ? busy : { body: { Credentials: keyReply(1, NOW + HOUR) } },
    );
    const session = sessionWith(sts, { ...owner, assumeRole: { roleArn } });
    expect(await call(session, "getLatestBackup", args)).toMatchObject({ backupId: "1" });
    expect(session.host.sleeps).toHaveLength(1);
  });
});

test("nothing that was handed out is in a refusal of the service", async () => {
  await using sts = await startSts();
  const message = handedOut.join(" ");
  emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM", message });
  const error = await failure(call(sessionWith(sts, { ...owner, assumeRole: { roleArn } }), "getLatestBackup", args));
  for (const secret of Object.values(temporaryKey(0))) expect(String(error.stack)).not.toContain(secret);
});
