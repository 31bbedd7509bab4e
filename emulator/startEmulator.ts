import { once } from "node:events";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createControl } from "./control/createControl.ts";
import { createApp } from "./createApp.ts";
import { demoCredentials } from "./credentials.ts";
import type { Emulator, EmulatorOptions } from "./Emulator.ts";
import { EmulatorState } from "./EmulatorState.ts";
import { defaultModes, withModes } from "./modes.ts";
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
    modes: withModes(defaultModes, options.modes ?? {}),
  });
  const control = createControl(state);
  // Tests run in the same process: their global Request and Response stay as they are.
  const listener = getRequestListener(createApp(state, control).fetch, { overrideGlobalObjects: false });
  const server = createServer(listener);
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");

  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The emulator has no port.");
  const close = async () => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return {
    ...control,
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    credentials: state.credentials,
    close,
    [Symbol.asyncDispose]: close,
  };
}
