import { z } from "zod";
import { loadCredentialsLibrary } from "../alicloudLibraries.ts";
import type { ExpiringCredentials } from "./Credentials.ts";
import type { CredentialsError } from "./CredentialsError.ts";
import { describeHelperError } from "./describeHelperError.ts";
import type { EcsSource, UriSource } from "./Source.ts";

const text = z.string().regex(/^\S+$/);
const session = z.object({
  accessKeyId: text,
  accessKeySecret: text,
  securityToken: text,
  // A key without an expiration is used until the service refuses it.
  expiration: z.iso.datetime({ offset: true }).optional().catch(undefined),
});

/**
 * Fetches a key from the metadata service or from a URI with the official library, which is loaded only now because most
 * users never need it. Only the library's single request (`refresher`) is used: its cache keeps an expired key when a
 * renewal fails, and reads the system clock.
 */
export async function fetchFromHelper(source: EcsSource | UriSource): Promise<ExpiringCredentials> {
  const { ECSRAMRoleCredentialsProvider, URICredentialsProvider } = await loadCredentialsLibrary();
  let reply: unknown;
  try {
    const provider =
      source.kind === "ecs"
        ? ECSRAMRoleCredentialsProvider.builder().withRoleName(source.roleName).withDisableIMDSv1(source.onlyV2).build()
        : URICredentialsProvider.builder().withCredentialsURI(source.uri).build();
    reply = await provider.refresher();
  } catch (error) {
    throw describeHelperError(source, error);
  }
  const { data } = session.safeParse(reply);
  if (data === undefined) throw incomplete(source);
  const { expiration, ...credentials } = data;
  return { credentials, expiresAt: expiration === undefined ? undefined : Date.parse(expiration) };
}

function incomplete(source: EcsSource | UriSource): CredentialsError {
  return describeHelperError(source, new Error("error retrieving credentials"));
}
