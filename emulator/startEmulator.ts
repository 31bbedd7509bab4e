import { setTimeout } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { createControl } from "./control/createControl.ts";
import { createApp } from "./createApp.ts";
import { demoCredentials } from "./credentials.ts";
import type { Emulator, EmulatorOptions } from "./Emulator.ts";
import { EmulatorState } from "./EmulatorState.ts";
import { Listener } from "./Listener.ts";
import { defaultModes, modesWithChanges } from "./modes.ts";
import { seedSchema } from "./seed.ts";
import { seeds as shippedSeeds } from "./seeds/index.ts";

/**
 * Starts a local Alibaba Cloud endpoint that checks, pages, filters and refuses as the service does, for the
 * operations of this package. It listens on 127.0.0.1 only.
 *
 * @example
 * ```ts
 * await using emulator = await startEmulator();
 * emulator.change({ subject: "rm-bp1shop0healthy01", newest: 1 }, { BackupStatus: "Failed" });
 * ```
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const state = new EmulatorState({
    clock: options.clock ?? { now: () => Date.now() },
    credentials: options.credentials ?? Object.values(demoCredentials),
    seeds: (options.seeds ?? shippedSeeds).map((seed) => seedSchema.parse(seed)),
    modes: modesWithChanges(defaultModes, options.modes ?? {}),
  });
  const control = createControl(state);
  const outage = (ms: number) => void brieflyClosed(ms);
  // Tests run in the same process: their global Request and Response stay as they are.
  const { fetch } = createApp(state, control, outage);
  const server = new Listener(
    getRequestListener(fetch, { overrideGlobalObjects: false }),
    options.port ?? 0,
    options.tls,
  );
  await server.open();
  let closed = false;

  async function brieflyClosed(ms: number): Promise<void> {
    await server.close();
    await setTimeout(ms);
    if (!closed) await server.open();
  }
  const close = () => {
    closed = true;
    return server.close();
  };
  return {
    ...control,
    url: server.url,
    port: server.port,
    credentials: state.credentials,
    refuseConnections: () => server.close(),
    acceptConnections: () => server.open(),
    close,
    [Symbol.asyncDispose]: close,
  };
}
