import { InputError } from "../../core/errors/InputError.ts";
import { ecsFromEnvironment, oidcFromEnvironment, uriFromEnvironment } from "./environmentSources.ts";
import { keyFromEnvironment } from "./keyPair.ts";
import type { Look } from "./Look.ts";
import { profileFromEnvironment } from "./profiles/profileFrom.ts";
import type { Source } from "./Source.ts";
import { assumedRole, sourceFromSettings } from "./settingSources.ts";

const NONE =
  "no Alibaba Cloud key: run `pulumi config set --secret alicloud-backups:accessKey` and the same for secretKey, " +
  "or set ALICLOUD_ACCESS_KEY and ALICLOUD_SECRET_KEY; or name a profile of the aliyun CLI " +
  "(`pulumi config set alicloud-backups:profile`), or set ecsRoleName, assumeRoleWithOidc or credentialsUri";

/**
 * The order in which a key is looked for. The first place that says anything is the one: what is incomplete there is an
 * error, and is never completed from the next.
 *
 * @throws InputError when there is none, or the one that was found cannot be used.
 */
export function findSource(look: Look): Source {
  const found =
    sourceFromSettings(look) ??
    keyFromEnvironment(look.env) ??
    oidcFromEnvironment(look) ??
    profileFromEnvironment(look) ??
    ecsFromEnvironment(look) ??
    uriFromEnvironment(look);
  if (found === undefined) throw new InputError([{ property: "accessKey", reason: NONE }]);
  return assumedRole(look, found);
}
