import { loadZod } from "../../core/loadZod.ts";
import { once } from "../../core/once.ts";
import { exchange } from "../http/exchange.ts";
import { describeNetworkError, networkRemedy } from "../networkFault.ts";
import type { UriSource } from "./CredentialSource.ts";
import type { ExpiringCredentials } from "./Credentials.ts";
import type { FetchOptions } from "./FetchOptions.ts";
import { KeyFetchError } from "./KeyFetchError.ts";

/** As pulumi-alicloud reads it: the code must say Success, and a key of a user has no token. */
const answer = once(() => {
  const z = loadZod();
  const part = z.string().regex(/^\S+$/);
  return z.object({
    Code: z.literal("Success"),
    AccessKeyId: part,
    AccessKeySecret: part,
    SecurityToken: z.union([part, z.literal("")]).optional(),
    // A key without an expiration is used until the service refuses it.
    Expiration: z.iso.datetime({ offset: true }).optional().catch(undefined),
  });
});

/** As long as one fetch of a key may take in all: `createCredentialCache` says which of its ends came first. */
const LIMITS = { connectTimeoutMs: 10_000, readTimeoutMs: 10_000, timeoutMs: 10_000 };

/** Fetches a key from a helper. @throws KeyFetchError, which repeats nothing of the answer. */
export async function fetchFromUri({ uri, origin }: UriSource, options: FetchOptions): Promise<ExpiringCredentials> {
  const address = new URL(uri).origin;
  const fail = (what: string, remedy: string, more: object = {}) =>
    new KeyFetchError({ what: `no key came from ${origin}: ${what}.`, remedy, address, ...more });
  const { signal, openConnections } = options;
  const connections = openConnections(uri, { keepAlive: false, ...LIMITS });
  const request = { url: uri, method: "GET", connections, signal, ...LIMITS } as const;
  const reply = await exchange(request).catch((error: unknown) => {
    const why = describeNetworkError(error);
    const { remedy = `check that ${address} can be reached from here`, isFinal = false } = networkRemedy(
      error,
      address,
    );
    throw fail(`it did not answer (${why})`, remedy, { passing: !isFinal });
  });
  const check = "check that the helper behind it runs, and that the URI is the right one";
  const { status } = reply;
  if (status !== 200) throw fail(`it answered HTTP ${status}`, check, { status, passing: status >= 500 });
  const { data } = answer().safeParse(parse(reply.text));
  if (data === undefined) throw fail("what it answered is not a key", check, { status });
  const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = data;
  const credentials = { accessKeyId: AccessKeyId, accessKeySecret: AccessKeySecret };
  return {
    credentials: SecurityToken ? { ...credentials, securityToken: SecurityToken } : credentials,
    expiresAt: Expiration === undefined ? undefined : Date.parse(Expiration),
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
