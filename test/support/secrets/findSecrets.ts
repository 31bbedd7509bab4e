import { demoCredentials, seeds } from "../../../emulator/index.ts";

/** Something that was printed, logged or stored, and where. */
export interface Text {
  readonly where: string;
  readonly text: string;
}

/** A link's query is what makes it a secret; its names are searched for whatever their values. */
const linkQuery =
  /(?:[?&]|%(?:25)*3F|%(?:25)*26)(?:Expires|OSSAccessKeyId|Signature|security-token|x-oss-[\w-]+)(?:=|%(?:25)*3D)(?!\[redacted\])[^\s"&]+/gi;

/** Keys, tokens and signatures of the emulator's credentials and of the links in its seeds. */
export function knownSecrets(): readonly string[] {
  const keys = Object.values(demoCredentials).flatMap((key) =>
    Object.values(key).filter((value) => typeof value === "string"),
  );
  const signatures = [...JSON.stringify(seeds).matchAll(/[?&](?:Signature|OSSAccessKeyId)=([^&"]+)/g)].map(
    ([, value = ""]) => decodeURIComponent(value),
  );
  return [...new Set([...keys, ...signatures])];
}

/**
 * Every place where a secret stands in clear, in any form in which it may be written; empty when there is none.
 *
 * @example
 * ```ts
 * expect(findSecrets([{ where: "stdout", text: stdout }])).toEqual([]);
 * ```
 */
export function findSecrets(texts: readonly Text[], secrets: readonly string[] = knownSecrets()): readonly string[] {
  return texts.flatMap(({ where, text }) => [
    ...secrets
      .filter((secret) => formsOf(secret).some((form) => text.includes(form)))
      .map((secret) => `${where}: ${secret}`),
    ...[...text.matchAll(linkQuery)].map(([query]) => `${where}: ${query}`),
  ]);
}

/** Everything in which a text can be hidden from a plain search: apart from how the provider finds it. */
function formsOf(secret: string): readonly string[] {
  const once = urlForms(secret);
  const twice = once.flatMap(urlForms);
  const json = JSON.stringify(secret).slice(1, -1);
  const hex = Buffer.from(secret).toString("hex");
  return [
    ...[secret, ...once, ...twice, ...twice.flatMap(urlForms)],
    ...[json, json.replaceAll("/", "\\/"), escaped(secret, /[^\w]/g), escaped(secret, /[=&<>']/g)],
    ...[hex, hex.toUpperCase(), ...base64Forms(secret)],
  ];
}

/** As browsers, as Alibaba's signatures and as forms write it, and in small letters. */
function urlForms(text: string): string[] {
  const url = encodeURIComponent(text);
  const strict = url.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const small = (form: string) => form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  const form = new URLSearchParams([["", text]]).toString().slice(1);
  return [url, strict, small(url), small(strict), form];
}

/** `\\u003d`: JSON writers that are careful about HTML do this to more than JSON needs. */
function escaped(text: string, signs: RegExp): string {
  return text.replace(signs, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** As part of something longer, at each of the three offsets, without the characters that depend on its neighbours. */
function base64Forms(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.from(`${"x".repeat(offset)}${secret}`)
      .toString("base64")
      .replace(/=+$/, "");
    const inner = encoded.slice(offset === 0 ? 0 : offset + 1, -2);
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
