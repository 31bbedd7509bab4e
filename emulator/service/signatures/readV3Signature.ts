import { createHash, createHmac } from "node:crypto";
import { Refusal } from "../Refusal.ts";
import type { ApiRequest } from "../readRequest.ts";
import { percentEncode } from "./percentEncode.ts";
import type { RequestSignature } from "./RequestSignature.ts";

const ALGORITHM = "ACS3-HMAC-SHA256";
const REQUIRED = ["x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"];

/** Signature V3 of Alibaba Cloud: everything stands in headers, and the body is signed by its hash. @throws Refusal */
export function readV3Signature(request: ApiRequest): RequestSignature {
  const { headers } = request;
  const { accessKey, signed, signature } = readAuthorization(headers.authorization ?? "");
  for (const name of REQUIRED) {
    if (!headers[name]) throw new Refusal("IncompleteSignature", `The header ${name} is mandatory.`);
  }
  const unsigned = Object.keys(headers).filter((name) => isToBeSigned(name) && !signed.includes(name));
  if (unsigned.length > 0) throw new Refusal("IncompleteSignature", `Not signed: ${unsigned.join(", ")}.`);
  const bodyHash = sha256(request.body);
  if (headers["x-acs-content-sha256"] !== bodyHash) {
    throw new Refusal("SignatureDoesNotMatch", `x-acs-content-sha256 is not the hash of the body, ${bodyHash}.`);
  }
  const text = `${ALGORITHM}\n${sha256(canonicalRequest(request, signed, bodyHash))}`;
  return {
    accessKey,
    timestamp: headers["x-acs-date"] ?? "",
    nonce: headers["x-acs-signature-nonce"] ?? "",
    securityToken: headers["x-acs-security-token"],
    signature,
    text,
    sign: (secretKey) => createHmac("sha256", secretKey).update(text).digest("hex"),
  };
}

function readAuthorization(header: string) {
  const [, accessKey, signed, signature] =
    /^ACS3-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(header) ?? [];
  if (accessKey === undefined || signed === undefined || signature === undefined) {
    const form = `${ALGORITHM} Credential=...,SignedHeaders=...,Signature=...`;
    throw new Refusal("IncompleteSignature", `The header Authorization does not have the form ${form}.`);
  }
  return { accessKey, signed: signed.split(";"), signature };
}

function isToBeSigned(name: string): boolean {
  return name === "host" || name.startsWith("x-acs-");
}

function canonicalRequest({ method, target, headers }: ApiRequest, signed: readonly string[], hash: string): string {
  const { pathname, searchParams } = new URL(target, "http://emulator");
  const query = [...searchParams]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join("&");
  const lines = [...signed].sort().map((name) => `${name}:${(headers[name] ?? "").trim()}\n`);
  return [method, pathname, query, lines.join(""), signed.join(";"), hash].join("\n");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
