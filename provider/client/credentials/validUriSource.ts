import { InputError } from "../../core/errors/InputError.ts";
import { isSafeUrl } from "../safeEndpointUrl.ts";
import type { UriSource } from "./CredentialSource.ts";

/**
 * A URI that a key may be fetched from: https, or http on this machine. Of the URI itself only the origin is ever shown.
 *
 * @throws InputError naming `property`.
 */
export function validUriSource(uri: string, property: string): UriSource {
  const url = URL.parse(uri);
  if (url === null || /\s/.test(uri) || url.username || url.password || !/^https?:$/.test(url.protocol)) {
    const reason = 'expected a URI such as "http://127.0.0.1:8080/credentials", without user name';
    throw new InputError([{ property, reason }]);
  }
  if (!isSafeUrl(url)) {
    const reason = `http:// is refused for ${url.hostname}, because the answer is a key: use https:// (http:// only on this machine)`;
    throw new InputError([{ property, reason }]);
  }
  return { kind: "uri", uri: url.href, origin: `${property} (${url.origin})` };
}
