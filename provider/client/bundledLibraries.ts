/**
 * Alibaba's libraries in the plugin's bundle, which has copies of its own anyway, in a process whose launcher takes DEBUG
 * away: see `alicloudLibraries.ts`, in place of which the bundle has this.
 */
export async function loadPopCore() {
  return (await import("@alicloud/pop-core")).default;
}

export function loadCredentialsLibrary() {
  return import("@alicloud/credentials");
}
