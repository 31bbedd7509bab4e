import type { Host } from "../core/host.ts";
import { lazyEngineLog } from "./lazyEngineLog.ts";
import { providerService } from "./providerService.ts";
import { ProviderState } from "./providerState.ts";
import type { ServiceHandlers } from "./ServiceHandlers.ts";

export interface RunningService {
  readonly handlers: ServiceHandlers;
  /** Whether a list has been read to its end. */
  readonly hasReadWholeList: () => boolean;
  /** Ends everything in flight. */
  readonly cancel: () => void;
}

/** How a service is opened. */
interface ServiceOptions {
  readonly host: Host;
  readonly engineAddress: string | undefined;
  readonly keepCompiledCode: () => void;
}

/** Early enough for a long list, which takes longer, and too late to delay the first answer: it takes 5 ms to load. */
const LIMIT_SPACE_AFTER_MS = 100;

export function openService({ host, engineAddress, keepCompiledCode }: ServiceOptions): RunningService {
  setTimeout(limitSpace, LIMIT_SPACE_AFTER_MS, keepCompiledCode).unref();
  const state = new ProviderState(host);
  if (engineAddress) state.attach(lazyEngineLog(engineAddress));
  return {
    handlers: providerService(state),
    hasReadWholeList: () => state.hasReadWholeList,
    cancel: () => state.cancel(),
  };
}

async function limitSpace(keepCompiledCode: () => void): Promise<void> {
  const { limitYoungSpaceOnceLarge } = await import("./limitYoungSpaceOnceLarge.ts");
  limitYoungSpaceOnceLarge(keepCompiledCode);
}
