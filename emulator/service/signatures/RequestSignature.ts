/** Who sent a request, and how it proves that, whichever way it is signed. */
export interface RequestSignature {
  readonly accessKey: string;
  /** As sent. */
  readonly timestamp: string;
  readonly nonce: string;
  readonly securityToken: string | undefined;
  readonly signature: string;
  /** What both sides sign. */
  readonly text: string;
  readonly sign: (secretKey: string) => string;
}
