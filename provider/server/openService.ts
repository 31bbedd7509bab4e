import type { Host } from "../core/host.ts";
import { engineLog } from "./engineLog.ts";
import { limitYoungSpace } from "./limitYoungSpace.ts";
import { providerService } from "./providerService.ts";
import { ProviderState } from "./providerState.ts";
import type { ServiceHandlers } from "./ServiceHandlers.ts";

export interface RunningService {
  readonly handlers: ServiceHandlers;
  /** Ends everything in flight. */
  readonly cancel: () => void;
}

export function openService(host: Host, engineAddress: string | undefined): RunningService {
  limitYoungSpace();
  const state = new ProviderState(host);
  if (engineAddress) state.attach(engineLog(engineAddress));
  return { handlers: providerService(state), cancel: () => state.cancel() };
}
