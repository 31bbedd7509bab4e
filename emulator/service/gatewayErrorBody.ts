import { randomUUID } from "node:crypto";
import type { JsonObject } from "../../provider/core/json.ts";
import type { Refusal } from "./Refusal.ts";

/** An error as Alibaba's gateway sends it. */
export function gatewayErrorBody({ code, message, details }: Refusal, hostId: string): JsonObject {
  const requestId = randomUUID().toUpperCase();
  const query = new URLSearchParams({ q: code, requestId });
  return {
    RequestId: requestId,
    HostId: hostId,
    Code: code,
    Message: message,
    Recommend: `https://api.aliyun.com/troubleshoot?${query}`,
    ...details,
  };
}
