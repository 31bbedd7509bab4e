import { createHmac } from "node:crypto";
import { Refusal } from "../Refusal.ts";
import type { ApiRequest } from "../readRequest.ts";
import { percentEncode } from "./percentEncode.ts";
import type { RequestSignature } from "./RequestSignature.ts";

/** The parameters that every request must have. */
export const V2_REQUIRED_PARAMETERS = [
  "Action",
  "Version",
  "AccessKeyId",
  "Timestamp",
  "SignatureMethod",
  "SignatureVersion",
  "SignatureNonce",
  "Signature",
];

/** Signature V2 of Alibaba's RPC APIs: everything stands in the parameters. @throws Refusal */
export function readV2Signature({ method, parameters }: ApiRequest): RequestSignature {
  for (const name of V2_REQUIRED_PARAMETERS) {
    if (!parameters.get(name)) throw new Refusal(`Missing${name}`, `${name} is mandatory for this action.`);
  }
  const parameter = (name: string) => parameters.get(name) ?? "";
  if (parameter("SignatureMethod") !== "HMAC-SHA1" || parameter("SignatureVersion") !== "1.0") {
    throw new Refusal(
      "IncompleteSignature",
      "The request signature does not conform to Aliyun standards: SignatureMethod must be HMAC-SHA1, SignatureVersion 1.0.",
    );
  }
  const text = stringToSign(method, parameters);
  return {
    accessKey: parameter("AccessKeyId"),
    timestamp: parameter("Timestamp"),
    nonce: parameter("SignatureNonce"),
    securityToken: parameters.get("SecurityToken"),
    signature: parameter("Signature"),
    text,
    sign: (secretKey) => createHmac("sha1", `${secretKey}&`).update(text).digest("base64"),
  };
}

/** Over the method that was really used. */
export function stringToSign(method: string, parameters: ReadonlyMap<string, string>): string {
  const query = [...parameters]
    .filter(([name]) => name !== "Signature")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join("&");
  return `${method}&${percentEncode("/")}&${percentEncode(query)}`;
}
