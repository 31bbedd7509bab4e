import { InputError } from "../../core/errors/InputError.ts";
import type { Host } from "../../core/host.ts";
import { learnSecrets } from "../../core/redact.ts";
import { type EnvironmentVariable, firstVariable } from "../credentials/environment.ts";
import { bypassesProxy } from "./bypassesProxy.ts";

/** The proxy through which a server is reached. */
export interface HttpProxy {
  /** With user name and password: never shown. */
  readonly url: URL;
  /** The variable that names it. */
  readonly setBy: string;
  /** For a person: `http://proxy.example:3128 (HTTPS_PROXY)`. */
  readonly label: string;
}

/** As Go programs and curl read them. HTTP_PROXY is for http://, and no such request leaves this machine (`isSafeUrl`). */
const PROXY = ["HTTPS_PROXY", "https_proxy"] as const;
const ANY_PROXY = ["ALL_PROXY", "all_proxy"] as const;
const NO_PROXY = ["NO_PROXY", "no_proxy"] as const;

/**
 * The proxy that the environment names for this server; undefined when it is reached directly.
 *
 * @throws InputError naming the variable, when requests would go through what it names and cannot. Its value is not repeated.
 */
export function proxyFor(
  url: string,
  env: Host["env"],
  warnOfIgnoredAllProxy: (message: string) => void,
): HttpProxy | undefined {
  const server = new URL(url);
  if (server.protocol !== "https:") return undefined;
  if (bypassesProxy(server, firstVariable(env, NO_PROXY)?.value ?? "")) return undefined;
  const own = firstVariable(env, PROXY);
  if (own !== undefined) return readProxy(own, server);
  const any = firstVariable(env, ANY_PROXY);
  if (any === undefined) return undefined;
  const scheme = schemeOf(any.value);
  if (/^https?$/.test(scheme)) return readProxy(any, server);
  warnOfIgnoredAllProxy(
    `${any.name} names a ${scheme} proxy, and this package can use HTTP proxies only: ${server.host} is asked directly, as ` +
      "the alicloud provider does, which does not read this variable. For a proxy set HTTPS_PROXY.",
  );
  return undefined;
}

/** Without a scheme it is an HTTP proxy: `proxy.example:3128`. */
function schemeOf(value: string): string {
  return /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase() ?? "http";
}

function readProxy({ name: setBy, value }: EnvironmentVariable, server: URL): HttpProxy {
  const scheme = schemeOf(value);
  const refuse = (reason: string) =>
    new InputError([
      { property: setBy, reason: `${reason}; to reach ${server.host} without it, add that to NO_PROXY` },
    ]);
  if (!/^https?$/.test(scheme)) {
    throw refuse(`names a ${scheme} proxy, and this package can use HTTP proxies only, as "http://proxy.example:3128"`);
  }
  const url = URL.parse(value.includes("://") ? value : `http://${value}`);
  const login = url === null ? undefined : decodeLogin(url);
  // In a password that is not encoded, a slash or a hash ends the name of the host.
  const isCut = url !== null && `${url.pathname}${url.search}${url.hash}`.includes("@");
  if (url === null || login === undefined || isCut) {
    throw refuse(
      'expected the URL of a proxy, such as "http://proxy.example:3128" or "http://user:password@proxy.example:3128", with ' +
        "special characters of user name and password percent-encoded",
    );
  }
  learnSecrets(url.password, login.password, btoa(`${login.user}:${login.password}`));
  return { url, setBy, label: `${url.origin} (${setBy})` };
}

function decodeLogin({ username, password }: URL): { user: string; password: string } | undefined {
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}
