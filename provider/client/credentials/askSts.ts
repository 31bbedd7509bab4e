import { InputError } from "../../core/errors/InputError.ts";
import { ReplyError } from "../../core/errors/ReplyError.ts";
import type { Json } from "../../core/json.ts";
import { isJsonObject } from "../../core/json.ts";
import { loadZod } from "../../core/loadZod.ts";
import { once } from "../../core/once.ts";
import type { OpenConnections } from "../http/connectionOpener.ts";
import type { HttpReply } from "../http/exchange.ts";
import { interpretReply } from "../interpretReply.ts";
import { describeNetworkError, networkRemedy } from "../networkFault.ts";
import { parseReply } from "../parseReply.ts";
import { popTransport } from "../popTransport.ts";
import { refusalKind } from "../refusalKind.ts";
import type { OidcSource, RoleSource } from "./CredentialSource.ts";
import type { Credentials, ExpiringCredentials } from "./Credentials.ts";
import type { FetchOptions } from "./FetchOptions.ts";
import { KeyFetchError } from "./KeyFetchError.ts";
import { stsRemedy } from "./stsRemedy.ts";

interface StsRequest {
  readonly action: "AssumeRole" | "AssumeRoleWithOIDC";
  readonly credentials: Credentials | undefined;
  readonly parameters: Readonly<Record<string, string>>;
}

const stsReply = once(() => {
  const z = loadZod();
  const text = z.string().regex(/^\S+$/);
  return z.object({
    Credentials: z.object({
      AccessKeyId: text,
      AccessKeySecret: text,
      SecurityToken: text,
      Expiration: z.iso.datetime(),
    }),
  });
});

const VERSION = "2015-04-01";
const CONNECT_TIMEOUT_MS = 5_000;
const READ_TIMEOUT_MS = 10_000;

/** The temporary key of a role. @throws KeyFetchError, which repeats only error code and RequestId of the reply. */
export async function askSts(
  source: RoleSource | OidcSource,
  { action, credentials, parameters }: StsRequest,
  { signal, openConnections }: FetchOptions,
): Promise<ExpiringCredentials> {
  const { origin, role } = source;
  const fail = (what: string, more: object = {}) =>
    new KeyFetchError({
      what: `no key came from ${origin}: ${what}.`,
      remedy: `check that ${role.stsUrl} can be reached from here and is STS`,
      address: role.stsUrl,
      ...more,
    });
  const allParameters = { ...parameters, ...roleParameters(source) };
  const raw = await send(role.stsUrl, openConnections, (transport) =>
    transport.send(action, allParameters, { credentials, signal }),
  ).catch((error: unknown) => {
    if (error instanceof InputError) throw error;
    const { remedy, isFinal = false } = networkRemedy(error, role.stsUrl);
    throw fail(`STS did not answer (${describeNetworkError(error)})`, { passing: !isFinal, ...(remedy && { remedy }) });
  });
  const { status } = raw;
  const body = plain(raw.text);
  if (!isJsonObject(body)) throw fail("what answered in place of STS sent no JSON object", { status, passing: true });
  const requestId = codeOrId(body.RequestId);
  const meaning = interpretReply(body, status);
  if (!meaning.ok) {
    const code = codeOrId(meaning.code);
    const kind = refusalKind({ code: meaning.code, status, message: "" });
    const passing = kind === "server" || kind === "throttled";
    const what = `STS refused ${action}${code ? ` (${code})` : ""}`;
    throw fail(what, { code, status, requestId, passing, remedy: stsRemedy(source, code ?? "") });
  }
  const reply = stsReply().safeParse(body);
  if (!reply.success) throw fail("the reply of STS holds no whole key", { status, requestId });
  const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = reply.data.Credentials;
  return {
    credentials: { accessKeyId: AccessKeyId, accessKeySecret: AccessKeySecret, securityToken: SecurityToken },
    expiresAt: Date.parse(Expiration),
  };
}

/** Undefined for a body that is not JSON, or is nested too deeply. */
function plain(text: string): Json | undefined {
  try {
    return parseReply(text);
  } catch (error) {
    if (error instanceof ReplyError) return undefined;
    throw error;
  }
}

async function send(
  url: string,
  openConnections: OpenConnections,
  work: (transport: ReturnType<typeof popTransport>) => Promise<HttpReply>,
): Promise<HttpReply> {
  const timeouts = { connectTimeoutMs: CONNECT_TIMEOUT_MS, readTimeoutMs: READ_TIMEOUT_MS };
  const transport = popTransport({ url, version: VERSION, openConnections, ...timeouts });
  try {
    return await work(transport);
  } finally {
    transport.close();
  }
}

function roleParameters({ role }: RoleSource | OidcSource): Record<string, string> {
  return {
    RoleArn: role.roleArn,
    RoleSessionName: role.sessionName,
    ...(role.sessionExpiration === undefined ? {} : { DurationSeconds: String(role.sessionExpiration) }),
    ...(role.policy === undefined ? {} : { Policy: role.policy }),
    ...(role.externalId === undefined ? {} : { ExternalId: role.externalId }),
  };
}

/** The value if it has the form of an error code or a RequestId: any other text of the reply may hold the key. */
function codeOrId(value: unknown): string | undefined {
  return typeof value === "string" && /^[A-Za-z][\w.-]{0,79}$|^[\dA-F-]{36}$/i.test(value) ? value : undefined;
}
