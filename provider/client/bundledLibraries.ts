/**
 * Stands in for `alicloudLibraries.ts` in the plugin's bundle: the bundle holds its own copies of Alibaba's libraries, and
 * the plugin's launcher removes DEBUG from its process.
 */
export async function loadPopCore() {
  return (await import("@alicloud/pop-core")).default;
}

export function loadCredentialsLibrary() {
  return import("@alicloud/credentials");
}
