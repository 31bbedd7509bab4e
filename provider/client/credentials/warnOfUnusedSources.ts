import type { CredentialSource } from "./CredentialSource.ts";
import { profileName } from "./profiles/profileName.ts";
import type { SourceChoiceContext } from "./SourceChoiceContext.ts";

/** Says that a source which somebody has chosen by name is not the one that is used: the alicloud provider's order decides. */
export function warnOfUnusedSources(context: SourceChoiceContext, { origin }: CredentialSource): void {
  for (const { label, origin: chosen } of chosenSources(context)) {
    if (origin.startsWith(chosen)) continue;
    context.warn(
      `The key comes from ${origin}, and not from ${label}: the alicloud provider's order is the same. If another account ` +
        "is meant, unset the former.",
    );
  }
}

/** How each chosen source is called, and how the origin of a `CredentialSource` made from it begins. */
function chosenSources(context: SourceChoiceContext): { label: string; origin: string }[] {
  const { ecsRoleName, credentialsUri, assumeRoleWithOidc } = context.settings;
  const settings = Object.entries({ ecsRoleName, credentialsUri, assumeRoleWithOidc });
  const chosen = settings.filter(([, value]) => value !== undefined).map(([name]) => ({ label: name, origin: name }));
  const profile = profileName(context);
  if (profile === undefined) return chosen;
  return [...chosen, { label: `${profile.setBy} ${profile.name}`, origin: `profile ${profile.name} in ` }];
}
