import { expect, test } from "vitest";
import { connect } from "../../provider/client/connect.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";
import { NOW } from "../support/fixtures/backups.ts";
import { fakeHost } from "../support/lookups/fakeHost.ts";

const empty = { TotalRecordCount: 0, Items: { Backup: [] } };

test("waiting for a turn takes nothing from the time in which a failing request is tried again", async () => {
  let now = NOW;
  let sent = 0;
  const call = connect({
    transport: {
      send: () => {
        // An hour until a connection is free; then it fails once.
        if (sent === 0) now += 3_600_000;
        const [status, body] = sent++ === 0 ? [503, { Code: "ServiceUnavailable" }] : [200, empty];
        return Promise.resolve({ status, headers: {}, body });
      },
      close: () => undefined,
    },
    endpoint: { url: "https://rds.aliyuncs.com", region: "cn-hangzhou", place: "cn-hangzhou" },
    credentialCache: {
      origin: "accessKey",
      get: () => Promise.resolve({ accessKeyId: "key", accessKeySecret: "secret" }),
      invalidate: () => false,
    },
    settings: { maxRetryTimeout: 60 },
    host: { ...fakeHost(NOW), now: () => now },
    signal: new AbortController().signal,
  });

  const request = { api: describeBackups.api, parameters: {}, subject: "rm-x" };
  expect(await call(request, ({ body }) => body)).toEqual(empty);
  expect(sent).toBe(2);
});
