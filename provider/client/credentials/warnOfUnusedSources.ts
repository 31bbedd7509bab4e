import type { CredentialContext } from "./CredentialContext.ts";
import type { CredentialSource } from "./CredentialSource.ts";
import { namedProfile } from "./profiles/namedProfile.ts";

/** Says that a source which somebody has chosen by name is not the one that is used: the alicloud provider's order decides. */
export function warnOfUnusedSources(context: CredentialContext, { origin }: CredentialSource): void {
  for (const { label, origin: chosen } of chosenSources(context)) {
    if (origin.startsWith(chosen)) continue;
    context.warn(
      `The key comes from ${origin}, and not from ${label}: the alicloud provider's order is the same. If another account ` +
        "is meant, unset the former.",
    );
  }
}

/** How each chosen source is called, and how the origin of a `CredentialSource` made from it begins. */
function chosenSources(context: CredentialContext): { label: string; origin: string }[] {
  const { ecsRoleName, credentialsUri, assumeRoleWithOidc } = context.settings;
  const settings = Object.entries({ ecsRoleName, credentialsUri, assumeRoleWithOidc });
  const chosen = settings.filter(([, value]) => value !== undefined).map(([name]) => ({ label: name, origin: name }));
  const profile = namedProfile(context);
  if (profile === undefined) return chosen;
  return [...chosen, { label: `${profile.setBy} ${profile.name}`, origin: `profile ${profile.name} in ` }];
}
