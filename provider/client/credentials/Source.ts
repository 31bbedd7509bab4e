import type { Credentials } from "./Credentials.ts";

/** Where a key comes from: found once, before anything is sent, and free of anything that would have to be fetched. */
export type Source = KeySource | RoleSource | OidcSource | EcsSource | UriSource;

interface Placed {
  /** For a person: `profile ci in /home/me/.aliyun/config.json`. Holds no secret. */
  readonly place: string;
}

/** A key as it was written down. */
export interface KeySource extends Placed {
  readonly kind: "key";
  readonly credentials: Credentials;
}

/** A RAM role, assumed with the key of another source. */
export interface RoleSource extends Placed {
  readonly kind: "role";
  readonly role: Role;
  readonly base: Source;
}

/** A RAM role, assumed with the token of an identity provider. */
export interface OidcSource extends Placed {
  readonly kind: "oidc";
  readonly role: Role;
  readonly oidcProviderArn: string;
  readonly token: { readonly value: string } | { readonly file: string };
}

/** The RAM role that is attached to the ECS instance that this runs on. */
export interface EcsSource extends Placed {
  readonly kind: "ecs";
  readonly roleName: string;
  /** Whether the older metadata service without tokens must not be asked. */
  readonly onlyV2: boolean;
}

/** A helper that answers with a key over HTTP. */
export interface UriSource extends Placed {
  readonly kind: "uri";
  /** May hold a secret in its path or query: never shown. */
  readonly uri: string;
}

export interface Role {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly sessionExpiration?: number | undefined;
  readonly policy?: string | undefined;
  readonly externalId?: string | undefined;
  /** Where STS is asked. */
  readonly stsUrl: string;
}
