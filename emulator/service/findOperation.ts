import type { Operation } from "../../provider/core/operation.ts";
import { Refusal } from "./Refusal.ts";
import type { ServiceRequest } from "./readRequest.ts";

/** What every request carries, whatever it asks. */
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

/** The operation that is asked for: by name and version, or a refusal that names what there is. */
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
  const found = named.find((operation) => operation.api.version === version);
  if (found) return found;
  const known = operations.map((operation) => `${operation.api.action} (${operation.api.version})`).join(", ");
  throw named.length > 0
    ? new Refusal(
        "InvalidVersion",
        `Specified parameter Version is not valid: ${action} has no version ${version}. The emulator knows ${known}.`,
      )
    : new Refusal("InvalidAction.NotFound", `Specified api is not found: ${action}. The emulator knows ${known}.`);
}
