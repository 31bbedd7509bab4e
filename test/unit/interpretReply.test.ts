import { describe, expect, test } from "vitest";
import { interpretReply } from "../../provider/client/interpretReply.ts";
import type { JsonObject } from "../../provider/core/json.ts";

describe("is an answer", () => {
  test.each<[string, JsonObject]>([
    ["without any code", {}],
    ["code Success", { Code: "Success" }],
    ["code SUCCESS", { Code: "SUCCESS" }],
    ["code OK", { Code: "OK" }],
    ["code 200", { Code: 200 }],
    ['code "200"', { Code: "200" }],
    ["code 0", { Code: 0 }],
    ['code "0"', { Code: "0" }],
    ["empty codes", { Code: "", ErrCode: "" }],
    ["null codes", { Code: null, ErrCode: null }],
    ["Success true", { Success: true }],
    ["the newer DBS form", { Success: "true", Code: "Success", ErrCode: "Success" }],
    ["HttpStatusCode other than the real one", { Success: true, HttpStatusCode: 500 }],
  ])("%s", (_, body) => expect(interpretReply(body, 200)).toEqual({ ok: true }));
});

describe("is an answer in doubt: Success decides, and a code stands beside it", () => {
  test.each<[string, JsonObject, string]>([
    ["the sample of DescribeDownloadTask", { Success: "true", Code: "DBS.InternalError" }, "DBS.InternalError"],
    ["the sample of the older DBS", { Success: true, ErrCode: "Param.NotFound" }, "Param.NotFound"],
    ["Success in capitals", { Success: "True", Code: "X" }, "X"],
  ])("%s", (_, body, codeDespiteSuccess) =>
    expect(interpretReply(body, 200)).toEqual({ ok: true, codeDespiteSuccess }),
  );
});

describe("is a refusal", () => {
  test.each<[string, JsonObject, string, string]>([
    ["a code, with HTTP 200", { Code: "Throttling", Message: "slow down" }, "Throttling", "slow down"],
    ["a lower-case code", { code: "Throttling", message: "slow down" }, "Throttling", "slow down"],
    ["an ErrCode alone", { ErrCode: "X", ErrMessage: "no" }, "X", "no"],
    ["Success false and an ErrCode", { Success: false, ErrCode: "X", ErrMessage: "no" }, "X", "no"],
    ['Success "false" without a code', { Success: "false", Message: "no" }, "Unsuccessful", "no"],
    ['Success "False" beside a code that sounds fine', { Success: "False", Code: "Success" }, "Unsuccessful", ""],
    ["Success 0", { Success: 0 }, "Unsuccessful", ""],
    ['Success "0"', { Success: "0" }, "Unsuccessful", ""],
    ['Success "false " with a space', { Success: "false ", Code: "Success" }, "Unsuccessful", ""],
    ["Success that is an object", { Success: {}, Code: "Success" }, "Unsuccessful", ""],
    ['Success "no"', { Success: "no", Code: "Success" }, "Unsuccessful", ""],
    ["a message that is an object", { Code: "X", Message: { a: 1 } }, "X", ""],
    ["a message that is null", { Code: "X", Message: null }, "X", ""],
    ["the first of two codes that is an error", { Code: "Success", ErrCode: "X" }, "X", ""],
  ])("%s", (_, body, code, message) => expect(interpretReply(body, 200)).toEqual({ ok: false, code, message }));
});

test.each([302, 400, 403, 500, 503])("HTTP %i without a code is a refusal", (status) => {
  expect(interpretReply({ Items: { Backup: [] }, TotalRecordCount: 0 }, status)).toMatchObject({
    ok: false,
    code: `HTTP ${status}`,
  });
});
