import type { JsonObject } from "../core/json.ts";

/** A reply that counts as an answer, not decoded. */
export interface ServiceReply {
  readonly body: JsonObject;
  /** The service's time from the `Date` header. */
  readonly now: number | undefined;
  /** Of HTTP. */
  readonly status: number;
  /** What Alibaba Cloud's support asks for. */
  readonly requestId: string | undefined;
  /** An error code that stands beside `Success: true`: then it is an answer only if it has rows. */
  readonly doubt: string | undefined;
  /** Characters of its text. */
  readonly size: number;
}
