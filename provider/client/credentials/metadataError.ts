import { describeNetworkError } from "../networkFault.ts";
import type { EcsSource } from "./CredentialSource.ts";
import { KeyFetchError } from "./KeyFetchError.ts";

const METADATA = "http://100.100.100.200";

/** The library's messages quote whole replies, keys included. So only the HTTP status is taken out of a message. */
export function metadataError(source: EcsSource, error: unknown): KeyFetchError {
  const address = METADATA;
  const fail = (what: string, remedy: string, more: object = {}) =>
    new KeyFetchError({ what: `no key came from ${source.origin}: ${what}.`, remedy, address, ...more });

  const message = error instanceof Error ? error.message : "";
  const status = Number(/^get [a-z ]+ failed(?:,| with) (?:httpStatus: )?(\d{3})\b/.exec(message)?.[1]) || undefined;
  if (status !== undefined)
    return fail(`it answered HTTP ${status}`, remedy(source), { status, passing: status >= 500 });
  if (/^(get sts token failed|error retrieving|refresh Ecs)/.test(message)) {
    return fail("what it answered is not a key", remedy(source));
  }
  const why = describeNetworkError(error);
  return fail(`it did not answer (${why})`, `check that ${address} can be reached from here`, { passing: true });
}

function remedy(source: EcsSource): string {
  return `check that the RAM role ${source.roleName} is attached to this ECS instance`;
}
