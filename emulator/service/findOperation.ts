import type { Operation } from "../../provider/core/operation.ts";
import { Refusal } from "./Refusal.ts";
import type { ApiRequest } from "./readRequest.ts";

/** The operation that Action and Version name. @throws Refusal that lists the operations of the emulator. */
export function findOperation(request: ApiRequest, operations: readonly Operation[]): Operation {
  if (request.method !== "GET" && request.method !== "POST") {
    throw new Refusal("UnsupportedHTTPMethod", `HTTP method ${request.method} is not supported: use GET or POST.`);
  }
  const { action, version } = request;
  const named = operations.filter((operation) => operation.api.action === action);
  const operation = named.find((operation) => operation.api.version === version);
  if (operation) return operation;
  const supported = operations.map((operation) => `${operation.api.action} (${operation.api.version})`).join(", ");
  throw named.length > 0
    ? new Refusal(
        "InvalidVersion",
        `Specified parameter Version is not valid: ${action} has no version ${version}. The emulator knows ${supported}.`,
      )
    : new Refusal("InvalidAction.NotFound", `Specified api is not found: ${action}. The emulator knows ${supported}.`);
}
