import { loadZod } from "../../core/loadZod.ts";
import { once } from "../../core/once.ts";
import { loadCredentialsLibrary } from "../alicloudLibraries.ts";
import type { EcsSource } from "./CredentialSource.ts";
import type { ExpiringCredentials } from "./Credentials.ts";
import type { KeyFetchError } from "./KeyFetchError.ts";
import { metadataError } from "./metadataError.ts";

const session = once(() => {
  const z = loadZod();
  const text = z.string().regex(/^\S+$/);
  return z.object({
    accessKeyId: text,
    accessKeySecret: text,
    securityToken: text,
    // A key without an expiration is used until the service refuses it.
    expiration: z.iso.datetime({ offset: true }).optional().catch(undefined),
  });
});

/**
 * Fetches a key from the metadata service with the official library, which is loaded only now because most users never need
 * it. Only the library's single request (`refresher`) is used: its cache keeps an expired key when a
 * renewal fails, and reads the system clock.
 */
export async function fetchFromMetadata(source: EcsSource): Promise<ExpiringCredentials> {
  const { ECSRAMRoleCredentialsProvider } = await loadCredentialsLibrary();
  let reply: unknown;
  try {
    const builder = ECSRAMRoleCredentialsProvider.builder();
    reply = await builder.withRoleName(source.roleName).withDisableIMDSv1(source.onlyV2).build().refresher();
  } catch (error) {
    throw metadataError(source, error);
  }
  const { data } = session().safeParse(reply);
  if (data === undefined) throw incomplete(source);
  const { expiration, ...credentials } = data;
  return { credentials, expiresAt: expiration === undefined ? undefined : Date.parse(expiration) };
}

function incomplete(source: EcsSource): KeyFetchError {
  return metadataError(source, new Error("error retrieving credentials"));
}
