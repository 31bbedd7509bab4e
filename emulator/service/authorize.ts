import { createHash } from "node:crypto";
import type { Operation } from "../../provider/core/operation.ts";
import type { Credential } from "../credentials.ts";
import { Refusal } from "./Refusal.ts";

/** Refuses a key without permission in RAM's form, account ID included, unless the product has a form of its own. */
export function authorize(
  { api: { permission } }: Operation,
  { accessKey, denied = [] }: Credential,
  productDenial: Refusal | undefined,
): void {
  if (!denied.includes(permission) && !denied.includes("*")) return;
  if (productDenial) throw productDenial;
  const AccessDeniedDetail = {
    AuthAction: permission,
    AuthPrincipalType: "SubUser",
    AuthPrincipalDisplayName: "204859361742018501",
    AuthPrincipalOwnerId: "1718402916350274",
    PolicyType: "AccountLevelIdentityBasedPolicy",
    NoPermissionType: "ImplicitDeny",
    EncodedDiagnosticMessage: createHash("sha256").update(`${permission} ${accessKey}`).digest("base64"),
  };
  throw new Refusal(
    "Forbidden.RAM",
    "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
    { details: { AccessDeniedDetail } },
  );
}
