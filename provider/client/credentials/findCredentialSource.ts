import { InputError } from "../../core/errors/InputError.ts";
import type { CredentialSource } from "./CredentialSource.ts";
import { checkCredentialSettings } from "./checkCredentialSettings.ts";
import { ecsFromEnvironment, oidcFromEnvironment, uriFromEnvironment } from "./environmentSources.ts";
import { keyFromEnvironment, keyFromSettings } from "./keyPair.ts";
import { baseSourceFromNamedProfile } from "./profiles/baseSourceFromNamedProfile.ts";
import { lazyNamedProfile } from "./profiles/lazyNamedProfile.ts";
import { sourceFromCurrentProfile } from "./profiles/sourceFromCurrentProfile.ts";
import type { SourceChoiceContext } from "./SourceChoiceContext.ts";
import { ecsFromSettings, oidcFromSettings, uriFromSettings } from "./settingSources.ts";
import { warnOfUnusedSources } from "./warnOfUnusedSources.ts";
import { withSettingsOrProfileRole } from "./withSettingsOrProfileRole.ts";

const NONE =
  "no Alibaba Cloud key: run `pulumi config set --secret alicloud-backups:accessKey` and the same for secretKey, " +
  "or set ALICLOUD_ACCESS_KEY and ALICLOUD_SECRET_KEY; or name a profile of the aliyun CLI " +
  "(`pulumi config set alicloud-backups:profile`), or set ecsRoleName, assumeRoleWithOidc or credentialsUri. Keys in " +
  'alicloud: settings reach this package, in TypeScript, by new Provider("backups", alicloudProviderArgs())';

/**
 * Chooses the source of credentials in the order of the alicloud provider (docs/identity.md): of each kind of source the
 * configuration comes before the environment. What only this package can use comes last. The first that is configured is
 * used; an incomplete one is an error, and is never completed from the next.
 *
 * @throws InputError when no source is configured, or the first one cannot be used.
 */
export function findCredentialSource(context: SourceChoiceContext): CredentialSource {
  checkCredentialSettings(context.settings, context.env);
  const profile = lazyNamedProfile(context);
  const base =
    keyFromSettings(context) ??
    keyFromEnvironment(context) ??
    baseSourceFromNamedProfile(profile(), "key") ??
    uriFromSettings(context) ??
    uriFromEnvironment(context) ??
    ecsFromSettings(context) ??
    ecsFromEnvironment(context) ??
    baseSourceFromNamedProfile(profile(), "ecs") ??
    oidcFromSettings(context) ??
    baseSourceFromNamedProfile(profile(), "other") ??
    oidcFromEnvironment(context) ??
    sourceFromCurrentProfile(context);
  if (base === undefined) throw new InputError([{ property: "accessKey", reason: NONE }]);
  warnOfUnusedSources(context, base);
  return withSettingsOrProfileRole(context, base, profile);
}
