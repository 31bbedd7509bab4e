import type { createGrpcServer } from "../server/createGrpcServer.ts";

export interface LoadedService {
  readonly createGrpcServer: typeof createGrpcServer;
  /** Keeps what V8 has compiled until now for the next start, the first time that it is called. */
  readonly keepCompiledCode: () => void;
}

/** Loads what answers. In the npm package, where it is a file of its own, `loadServiceFile.mts` stands in for this file. */
export async function loadService(): Promise<LoadedService> {
  const { createGrpcServer } = await import("../server/createGrpcServer.ts");
  return { createGrpcServer, keepCompiledCode: () => undefined };
}
