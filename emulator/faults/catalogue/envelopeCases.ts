import type { CatalogueCase } from "./CatalogueCase.ts";
import { envelopeVariant, placeVariant } from "./variants.ts";

const secret = "Denied for https://bucket.oss.aliyuncs.com/f?OSSAccessKeyId=LTAIother&Signature=s1gnature%3D";

/** What stands around the list, A36 to A44. */
export const envelopeCases: readonly CatalogueCase[] = [
  {
    number: "A36",
    about: "a success with the code of an error",
    variants: { code: envelopeVariant({ Success: "true", Code: "DBS.InternalError" }) },
  },
  { number: "A37", about: "no success and no code", variants: { text: envelopeVariant({ Success: "false" }) } },
  {
    number: "A38",
    about: "no success with an ErrCode, and HTTP 200",
    variants: { errCode: envelopeVariant({ Success: false, ErrCode: "InvalidParameter", ErrMessage: "not valid" }) },
  },
  {
    number: "A39",
    about: "codes that mean success, and those that mean nothing",
    variants: Object.fromEntries(
      Object.entries({
        Success: "Success",
        SUCCESS: "SUCCESS",
        number: 200,
        text: "200",
        zero: 0,
        zeroText: "0",
        empty: "",
      }).map(([name, Code]) => [name, envelopeVariant({ Code })]),
    ),
  },
  {
    number: "A40",
    about: "a success with an ErrCode",
    variants: { errCode: envelopeVariant({ Success: true, ErrCode: "Param.NotFound" }) },
  },
  {
    number: "A41",
    about: "HttpStatusCode is another than the status",
    variants: { status: envelopeVariant({ HttpStatusCode: 500 }) },
  },
  {
    number: "A42",
    about: "an error in small letters",
    variants: {
      code: { kind: "reply", status: 403, body: '{"code":"Forbidden.RAM","message":"not allowed","requestId":"R-42"}' },
    },
  },
  {
    number: "A43",
    about: "messages that are none, or too much",
    variants: {
      null: { kind: "reply", status: 400, body: '{"Code":"InvalidParameter","Message":null,"RequestId":"R-43"}' },
      object: { kind: "reply", status: 400, body: '{"Code":"InvalidParameter","Message":{"a":1},"RequestId":"R-43"}' },
      secret: { kind: "error", status: 400, code: "InvalidParameter", message: secret },
      long: { kind: "error", status: 400, code: "InvalidParameter", message: "m".repeat(100_000) },
    },
  },
  {
    number: "A44",
    about: "no RequestId",
    variants: {
      success: placeVariant(() => "RequestId", undefined),
      error: { kind: "reply", status: 403, body: '{"Code":"Forbidden.RAM","Message":"not allowed"}' },
    },
  },
];
