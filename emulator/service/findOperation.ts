import type { Operation } from "../../provider/core/operation.ts";
import { Refusal } from "./Refusal.ts";
import type { ServiceRequest } from "./readRequest.ts";

/** The parameters that every request must have. */
export const COMMON_REQUIRED = [
  "Action",
  "Version",
  "AccessKeyId",
  "Timestamp",
  "SignatureMethod",
  "SignatureVersion",
  "SignatureNonce",
  "Signature",
];

/** The operation that Action and Version name. @throws Refusal that lists the operations of the emulator. */
export function findOperation(request: ServiceRequest, operations: readonly Operation[]): Operation {
  if (request.method !== "GET" && request.method !== "POST") {
    throw new Refusal("UnsupportedHTTPMethod", `HTTP method ${request.method} is not supported: use GET or POST.`);
  }
  if (request.headers.authorization?.startsWith("ACS3")) {
    throw new Refusal(
      "IncompleteSignature",
      "The emulator knows signature V2 (HMAC-SHA1 in the parameters), not ACS3-HMAC-SHA256.",
    );
  }
  for (const name of COMMON_REQUIRED) {
    if (!request.parameters.get(name)) throw new Refusal(`Missing${name}`, `${name} is mandatory for this action.`);
  }
  const [action, version] = [request.parameters.get("Action"), request.parameters.get("Version")];
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
