import type { Host } from "../core/host.ts";
import { lazyEngineLog } from "./lazyEngineLog.ts";
import { providerService } from "./providerService.ts";
import { ProviderState } from "./providerState.ts";
import type { ServiceHandlers } from "./ServiceHandlers.ts";

export interface RunningService {
  readonly handlers: ServiceHandlers;
  /** Ends everything in flight. */
  readonly cancel: () => void;
}

/** Early enough for a long list, which takes longer, and too late to delay the first answer: it takes 5 ms to load. */
const LIMIT_SPACE_AFTER_MS = 100;

export function openService(host: Host, engineAddress: string | undefined): RunningService {
  setTimeout(limitSpace, LIMIT_SPACE_AFTER_MS).unref();
  const state = new ProviderState(host);
  if (engineAddress) state.attach(lazyEngineLog(engineAddress));
  return { handlers: providerService(state), cancel: () => state.cancel() };
}

async function limitSpace(): Promise<void> {
  const { limitYoungSpace } = await import("./limitYoungSpace.ts");
  limitYoungSpace();
}
