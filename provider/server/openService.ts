import type { ServerUnaryCall, sendUnaryData } from "@grpc/grpc-js";
import type { Host } from "../core/host.ts";
import { engineLog } from "./engineLog.ts";
import { providerService } from "./providerService.ts";
import { ProviderState } from "./providerState.ts";

interface UnaryMethod {
  /** As a method, so that handlers of any request type fit: gRPC decodes each request as its method's own type. */
  handle(call: ServerUnaryCall<unknown, unknown>, answer: sendUnaryData<unknown>): void;
}

/** The handlers of the service by the names of its methods. */
export type ServiceHandlers = Readonly<Record<string, UnaryMethod["handle"]>>;

export interface OpenService {
  readonly handlers: ServiceHandlers;
  /** Ends everything in flight. */
  readonly cancel: () => void;
}

export function openService(host: Host, engineAddress: string | undefined): OpenService {
  const state = new ProviderState(host);
  if (engineAddress) state.attach(engineLog(engineAddress));
  return { handlers: providerService(state), cancel: () => state.cancel() };
}
