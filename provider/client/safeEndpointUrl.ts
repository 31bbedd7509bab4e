import { InputError } from "../core/errors/InputError.ts";
import { isThisMachine } from "./isThisMachine.ts";

/**
 * An endpoint as a URL: https, or http on this machine; nothing but scheme, host and port.
 *
 * @throws InputError naming `property`.
 */
export function safeEndpointUrl(endpoint: string, property: string): string {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(endpoint) ? endpoint : `https://${endpoint}`);
  const refuse = (reason: string) => new InputError([{ property, reason }]);
  if (url === null || /[\s{}]/.test(endpoint)) {
    throw refuse(
      'expected an endpoint such as "https://rds.cn-hangzhou.aliyuncs.com" or "rds-vpc.{region}.aliyuncs.com"',
    );
  }
  if (url.username || url.password || url.search || url.hash || url.pathname.replace("/", "") !== "") {
    throw refuse("an endpoint is a scheme, a host and a port: leave out path, query and user name");
  }
  if (!isSafeUrl(url)) {
    throw refuse(`${url.protocol}// is refused for ${url.hostname}: use https:// (http:// only on this machine)`);
  }
  return url.origin;
}

/** https, or http that does not leave this machine. */
export function isSafeUrl({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && isThisMachine(hostname));
}
