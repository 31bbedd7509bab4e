/** An access key, which signs requests. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/** Credentials and the time at which they expire. */
export interface ExpiringCredentials {
  readonly credentials: Credentials;
  /** In milliseconds since 1970; undefined for credentials that do not expire, or whose source names no time. */
  readonly expiresAt?: number | undefined;
}
