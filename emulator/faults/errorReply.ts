import type { JsonObject } from "../../provider/core/json.ts";
import { JSON_TYPE, type Reply } from "./reply.ts";

export const FAULT_REQUEST_ID = "5E3A1F0C-9B7D-4C62-8A41-EMULATEDFAULT";

/** An error in the form of Alibaba's gateway. */
export function errorReply(status: number, Code: string, Message: string, headers: Reply["headers"] = {}): Reply {
  return jsonReply(status, { RequestId: FAULT_REQUEST_ID, HostId: "emulator", Code, Message }, headers);
}

export function jsonReply(status: number, body: JsonObject, headers: Reply["headers"] = {}): Reply {
  return { status, headers: { "content-type": JSON_TYPE, ...headers }, body: JSON.stringify(body) };
}
