import { createHmac, timingSafeEqual } from "node:crypto";

/** Signature V2 of Alibaba's RPC APIs: what both sides sign, over the method that was really used. */
export function stringToSign(method: string, parameters: ReadonlyMap<string, string>): string {
  const query = [...parameters]
    .filter(([name]) => name !== "Signature")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
  return `${method}&${encode("/")}&${encode(query)}`;
}

export function sign(text: string, secretKey: string): string {
  return createHmac("sha1", `${secretKey}&`).update(text).digest("base64");
}

export function sameSignature(actual: string, expected: string): boolean {
  const [a, b] = [Buffer.from(actual), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** RFC 3986: encodeURIComponent leaves five characters alone that must be encoded. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
