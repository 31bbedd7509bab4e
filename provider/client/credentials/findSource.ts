import { InputError } from "../../core/errors/InputError.ts";
import type { CredentialLookup } from "./CredentialLookup.ts";
import { ecsFromEnvironment, oidcFromEnvironment, uriFromEnvironment } from "./environmentSources.ts";
import { keyFromEnvironment } from "./keyPair.ts";
import { profileFromEnvironment } from "./profiles/profileFrom.ts";
import type { Source } from "./Source.ts";
import { assumedRole, sourceFromSettings } from "./settingSources.ts";

const NONE =
  "no Alibaba Cloud key: run `pulumi config set --secret alicloud-backups:accessKey` and the same for secretKey, " +
  "or set ALICLOUD_ACCESS_KEY and ALICLOUD_SECRET_KEY; or name a profile of the aliyun CLI " +
  "(`pulumi config set alicloud-backups:profile`), or set ecsRoleName, assumeRoleWithOidc or credentialsUri";

/**
 * Chooses the source of credentials, in a fixed order. The first one that is configured is used: an incomplete one is an
 * error, and is never completed from the next.
 *
 * @throws InputError when no source is configured, or the first one cannot be used.
 */
export function findSource(lookup: CredentialLookup): Source {
  const base =
    sourceFromSettings(lookup) ??
    keyFromEnvironment(lookup.env) ??
    oidcFromEnvironment(lookup) ??
    profileFromEnvironment(lookup) ??
    ecsFromEnvironment(lookup) ??
    uriFromEnvironment(lookup);
  if (base === undefined) throw new InputError([{ property: "accessKey", reason: NONE }]);
  return assumedRole(lookup, base);
}
