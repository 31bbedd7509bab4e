import type { JsonObject } from "../core/json.ts";

/** A reply that counts as an answer, not decoded. */
export interface ServiceReply {
  readonly body: JsonObject;
  /** The service's time from the `Date` header. */
  readonly serviceTime: number | undefined;
  /** Of HTTP. */
  readonly status: number;
  /** What Alibaba Cloud's support asks for. */
  readonly requestId: string | undefined;
  /** An error code that stands beside `Success: true`: then it is an answer only if it has rows. */
  readonly codeDespiteSuccess: string | undefined;
  /** Characters of its text. */
  readonly textLength: number;
}
