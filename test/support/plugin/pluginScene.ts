import { vi } from "vitest";
import { z } from "zod";
import { type Credential, demoCredentials, type Emulator } from "../../../emulator/index.ts";
import { type Plugin, startPlugin } from "./pluginClient.ts";
import type { Properties } from "./pluginProperties.ts";

/** The instances of the emulator's seeds. */
export const healthy = "rm-bp1shop0healthy01";
export const failed = "rm-bp1crm00failed001";
export const stale = "rm-bp1wiki00stale001";

/** The newest full physical backup in the seed of the healthy instance. */
export const latestHealthyBackup = "1894629053";

export const hour = 3_600_000;
export const day = 24 * hour;

/** A provider's configuration that reaches the emulator. */
export function settingsFor(emulator: Emulator, key: Credential = demoCredentials.owner): Properties {
  const { accessKey, secretKey, securityToken } = key;
  return {
    region: "cn-hangzhou",
    accessKey,
    secretKey,
    ...(securityToken === undefined ? {} : { securityToken }),
    endpoints: { rds: emulator.url, dbs: emulator.url },
  };
}

/** A plugin that is configured for this emulator. */
export async function configuredPlugin(emulator: Emulator, args: readonly string[] = []): Promise<Plugin> {
  const plugin = await startPlugin(args);
  await plugin.configure(settingsFor(emulator));
  return plugin;
}

/** Waits until the emulator has got so many requests; the limit only ends what hangs. */
export async function untilReceived(emulator: Emulator, count: number): Promise<void> {
  await vi.waitFor(
    () => {
      const { length } = emulator.requests();
      if (length < count) throw new Error(`The emulator has received ${length} of ${count} requests.`);
    },
    { interval: 10, timeout: 60_000 },
  );
}

const grpcError = z.object({ code: z.number(), details: z.string() });

/** The gRPC error that a call ends in; that it succeeds is the test's failure. */
export async function refusalOf(call: Promise<unknown>): Promise<z.output<typeof grpcError>> {
  const [outcome] = await Promise.allSettled([call]);
  if (outcome?.status === "rejected") return grpcError.parse(outcome.reason);
  throw new Error(`Expected a gRPC error, got ${JSON.stringify(outcome?.value).slice(0, 300)}`);
}
