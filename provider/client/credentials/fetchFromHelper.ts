import { z } from "zod";
import { loadCredentialsLibrary } from "../alicloudLibraries.ts";
import type { Obtained } from "./Credentials.ts";
import type { CredentialsError } from "./CredentialsError.ts";
import { describeHelperError } from "./describeHelperError.ts";
import type { EcsSource, UriSource } from "./Source.ts";

const text = z.string().regex(/^\S+$/);
const session = z.object({
  accessKeyId: text,
  accessKeySecret: text,
  securityToken: text,
  // Without it the key is used until it is refused.
  expiration: z.iso.datetime({ offset: true }).optional().catch(undefined),
});

/**
 * A key from the metadata service or from a URI, by the official library. It is loaded only now, because most never
 * need it; and of each of its sources only the single request is used: its own memory keeps an old key when a renewal
 * fails, and looks at its own clock.
 */
export async function fetchFromHelper(source: EcsSource | UriSource): Promise<Obtained> {
  const { ECSRAMRoleCredentialsProvider, URICredentialsProvider } = await loadCredentialsLibrary();
  let given: unknown;
  try {
    const provider =
      source.kind === "ecs"
        ? ECSRAMRoleCredentialsProvider.builder().withRoleName(source.roleName).withDisableIMDSv1(source.onlyV2).build()
        : URICredentialsProvider.builder().withCredentialsURI(source.uri).build();
    given = await provider.refresher();
  } catch (error) {
    throw describeHelperError(source, error);
  }
  const { data } = session.safeParse(given);
  if (data === undefined) throw incomplete(source);
  const { expiration, ...credentials } = data;
  return { credentials, expiresAt: expiration === undefined ? undefined : Date.parse(expiration) };
}

function incomplete(source: EcsSource | UriSource): CredentialsError {
  return describeHelperError(source, new Error("error retrieving credentials"));
}
