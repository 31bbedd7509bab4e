import { demoCredentials, seeds } from "../../emulator/index.ts";

/** Something that was printed, logged or stored, and where. */
export interface Text {
  readonly where: string;
  readonly text: string;
}

/** A link's query is what makes it a secret; its names are searched for whatever their values. */
const linkQuery = /[?&](?:Expires|OSSAccessKeyId|Signature|security-token|x-oss-[\w-]+)(?:=|%3D)[^\s"&]+/gi;

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

function formsOf(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [secret, json, encodeURIComponent(secret), ...base64Forms(secret)];
}

/** As part of something longer, at each of the three offsets, without the characters that depend on its neighbours. */
function base64Forms(secret: string): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.from(`${"x".repeat(offset)}${secret}`)
      .toString("base64")
      .replace(/=+$/, "");
    return encoded.slice(offset === 0 ? 0 : offset + 1, -2);
  });
}
