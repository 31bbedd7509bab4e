import { createHmac, randomUUID } from "node:crypto";

export interface Key {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken?: string | undefined;
}

/**
 * All parameters of a request, signed with Alibaba's signature V2. Written from the documents, apart from the
 * emulator's own, so that the two check each other. What is `undefined` is not sent, also of what is sent by default.
 */
export function signV2(
  method: "GET" | "POST",
  { accessKey, secretKey, securityToken }: Key,
  parameters: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const given = {
    Format: "JSON",
    Timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
    SignatureMethod: "HMAC-SHA1",
    SignatureVersion: "1.0",
    SignatureNonce: randomUUID(),
    AccessKeyId: accessKey,
    SecurityToken: securityToken,
    ...parameters,
  };
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) all[name] = value;
  }
  const canonical = Object.keys(all)
    .sort()
    .map((name) => `${percent(name)}=${percent(all[name] ?? "")}`)
    .join("&");
  const text = [method, "%2F", percent(canonical)].join("&");
  return { ...all, Signature: createHmac("sha1", `${secretKey}&`).update(text).digest("base64") };
}

/** Every byte but the unreserved ones of RFC 3986. */
function percent(text: string): string {
  return [...Buffer.from(text, "utf8")]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return /[A-Za-z0-9\-_.~]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}
