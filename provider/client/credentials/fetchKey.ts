import { readFile } from "node:fs/promises";
import { learnSecrets } from "../../core/redact.ts";
import { nodeErrorCode } from "../nodeErrorCode.ts";
import { askSts } from "./askSts.ts";
import type { CredentialSource, OidcSource } from "./CredentialSource.ts";
import type { ExpiringCredentials } from "./Credentials.ts";
import type { FetchOptions } from "./FetchOptions.ts";
import { fetchFromMetadata } from "./fetchFromMetadata.ts";
import { fetchFromUri } from "./fetchFromUri.ts";
import { KeyFetchError } from "./KeyFetchError.ts";

/** Fetches one key, and registers it for redaction before it is used. @throws KeyFetchError */
export async function fetchKey(source: CredentialSource, options: FetchOptions): Promise<ExpiringCredentials> {
  const key = await fetch(source, options);
  const { accessKeyId, accessKeySecret, securityToken } = key.credentials;
  learnSecrets(accessKeyId, accessKeySecret, securityToken ?? "");
  return key;
}

async function fetch(source: CredentialSource, options: FetchOptions): Promise<ExpiringCredentials> {
  switch (source.kind) {
    case "key":
      return { credentials: source.credentials };
    case "role": {
      const { credentials } = await fetchKey(source.base, options);
      return await askSts(source, { action: "AssumeRole", credentials, parameters: {} }, options);
    }
    case "oidc": {
      const OIDCToken = await tokenOf(source);
      // The identity provider's token takes the place of a key: the request is not signed.
      learnSecrets(OIDCToken);
      const parameters = { OIDCProviderArn: source.oidcProviderArn, OIDCToken };
      return await askSts(source, { action: "AssumeRoleWithOIDC", credentials: undefined, parameters }, options);
    }
    case "uri":
      return await fetchFromUri(source, options);
    case "ecs":
      return await fetchFromMetadata(source);
  }
}

async function tokenOf({ token, origin }: OidcSource): Promise<string> {
  if ("value" in token) return token.value;
  try {
    const text = (await readFile(token.file, "utf8")).trim();
    if (text !== "") return text;
  } catch (error) {
    const code = nodeErrorCode(error) ?? "unknown fault";
    throw noToken(origin, `${token.file} cannot be read (${code})`);
  }
  throw noToken(origin, `${token.file} is empty`);
}

function noToken(origin: string, why: string): KeyFetchError {
  const remedy = "check that the identity provider writes its token there, and that this process may read it";
  return new KeyFetchError({ what: `no key came from ${origin}: the token file ${why}.`, remedy });
}
