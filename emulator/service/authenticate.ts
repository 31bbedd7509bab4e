import type { Clock } from "../clock.ts";
import type { Credential } from "../credentials.ts";
import { Refusal } from "./Refusal.ts";
import type { RequestSignature } from "./signatures/RequestSignature.ts";
import { sameSignature } from "./signatures/sameSignature.ts";

interface AuthContext {
  readonly credentials: readonly Credential[];
  readonly clock: Clock;
  readonly checkTimestamps: boolean;
  /** Nonces by key, and until when each is remembered. */
  readonly nonces: Map<string, number>;
}

/** Older documents say 15 minutes, newer ones 31: a client that keeps the shorter limit works with both. */
const VALIDITY = 15 * 60_000;

/** Returns the key that signed the request. Checks in the order of Alibaba's gateway. @throws Refusal */
export function authenticate(signature: RequestSignature, context: AuthContext): Credential {
  const credential = context.credentials.find(({ accessKey }) => accessKey === signature.accessKey);
  if (credential === undefined) throw new Refusal("InvalidAccessKeyId.NotFound", "Specified access key is not found.");
  checkTimestamp(signature.timestamp, context);
  if (!sameSignature(signature.signature, signature.sign(credential.secretKey))) {
    throw new Refusal(
      "SignatureDoesNotMatch",
      `Specified signature is not matched with our calculation. server string to sign is:${signature.text}`,
    );
  }
  checkNonce(`${credential.accessKey} ${signature.nonce}`, context);
  checkToken(signature.securityToken, credential, context.clock.now());
  return credential;
}

function checkTimestamp(timestamp: string, { clock, checkTimestamps }: AuthContext): void {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  if (Number.isNaN(at))
    throw new Refusal("InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
  if (checkTimestamps && Math.abs(clock.now() - at) > VALIDITY) {
    throw new Refusal("InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
  }
}

function checkNonce(nonce: string, { clock, nonces }: AuthContext): void {
  const now = clock.now();
  // Insertion order is age order as long as the clock only moves on, which is all that this needs.
  for (const [old, until] of nonces) {
    if (until >= now) break;
    nonces.delete(old);
  }
  if (nonces.has(nonce)) throw new Refusal("SignatureNonceUsed", "Specified signature nonce was used already.");
  nonces.set(nonce, now + 2 * VALIDITY);
}

function checkToken(token: string | undefined, credential: Credential, now: number): void {
  if (credential.securityToken !== undefined && token === undefined) {
    throw new Refusal("MissingSecurityToken", "SecurityToken is mandatory for this action.");
  }
  if (token !== credential.securityToken) {
    throw new Refusal(
      "InvalidSecurityToken.MismatchWithAccessKey",
      "Specified SecurityToken mismatch with the AccessKey.",
    );
  }
  if (credential.expiresAt !== undefined && credential.expiresAt <= now) {
    throw new Refusal("InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
  }
}
