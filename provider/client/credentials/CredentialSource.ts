import type { Credentials } from "./Credentials.ts";

/** Where credentials come from. Chosen once, before any request; making one fetches nothing. */
export type CredentialSource = KeySource | RoleSource | OidcSource | EcsSource | UriSource;

interface SourceBase {
  /** For a person: `profile ci in /home/me/.aliyun/config.json`. Holds no secret. */
  readonly origin: string;
}

/** A key as it was written down. */
export interface KeySource extends SourceBase {
  readonly kind: "key";
  readonly credentials: Credentials;
}

/** A RAM role, assumed with the key of another source. */
export interface RoleSource extends SourceBase {
  readonly kind: "role";
  readonly role: RamRole;
  readonly base: CredentialSource;
}

/** A RAM role, assumed with the token of an identity provider. */
export interface OidcSource extends SourceBase {
  readonly kind: "oidc";
  readonly role: RamRole;
  readonly oidcProviderArn: string;
  readonly token: { readonly value: string } | { readonly file: string };
}

/** The RAM role that is attached to the ECS instance that this runs on. */
export interface EcsSource extends SourceBase {
  readonly kind: "ecs";
  readonly roleName: string;
  /** Whether the older metadata service, which needs no token (IMDSv1), is forbidden. */
  readonly onlyV2: boolean;
}

/** A helper that answers with a key over HTTP. */
export interface UriSource extends SourceBase {
  readonly kind: "uri";
  /** May hold a secret in its path or query: never shown. */
  readonly uri: string;
}

export interface RamRole {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly sessionExpiration?: number | undefined;
  readonly policy?: string | undefined;
  readonly externalId?: string | undefined;
  /** The endpoint of STS. */
  readonly stsUrl: string;
}
