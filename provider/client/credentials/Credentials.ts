/** What signs a request. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/** A key as a source gave it. */
export interface Obtained {
  readonly credentials: Credentials;
  /** In milliseconds since 1970; undefined when it was not told, or never. */
  readonly expiresAt?: number | undefined;
}
