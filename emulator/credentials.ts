/** A key that the emulator accepts. The names are those of the provider's configuration. */
export interface Credential {
  readonly accessKey: string;
  readonly secretKey: string;
  /** Makes this a temporary (STS) key: requests must carry exactly this token. */
  readonly securityToken?: string;
  /** When the temporary key ends, in milliseconds since 1970. */
  readonly expiresAt?: number;
  /** RAM actions that this key may not do, such as `rds:DescribeBackups`; `*` is all of them. */
  readonly denied?: readonly string[];
}

/** The keys that an emulator accepts by default. They have the form of real ones, and are valid nowhere else. */
export const demoCredentials = {
  owner: { accessKey: "LTAI5tEmulatorOwnerKey00", secretKey: "emulatorOwnerSecret00000000000" },
  temporary: {
    accessKey: "STS.NEmulatorTemporaryKey",
    secretKey: "emulatorTemporarySecret0000000",
    securityToken: "CAISemulatorSecurityToken+not/a/real/one==",
  },
  powerless: {
    accessKey: "LTAI5tEmulatorNoRights00",
    secretKey: "emulatorNoRightsSecret00000000",
    denied: ["*"],
  },
} as const satisfies Readonly<Record<string, Credential>>;
