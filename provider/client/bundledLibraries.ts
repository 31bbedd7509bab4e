/**
 * Stands in for `alicloudLibraries.ts` in the plugin's bundle: the bundle holds its own copies of Alibaba's libraries, and
 * the plugin's launcher removes DEBUG from its process.
 */
import { once } from "../core/once.ts";

export const loadPopCore = once(async () => (await import("@alicloud/pop-core")).default);

export function loadCredentialsLibrary() {
  return import("@alicloud/credentials");
}
