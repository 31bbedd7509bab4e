import type { openServer } from "../server/openServer.ts";

export interface LoadedService {
  readonly openServer: typeof openServer;
  /** Keeps what V8 has compiled until now for the next start, the first time that it is called. */
  readonly keepCompiledCode: () => void;
}

/** Loads what answers. In the npm package, where it is a file of its own, `loadServiceFile.mts` stands in for this file. */
export async function loadService(): Promise<LoadedService> {
  const { openServer } = await import("../server/openServer.ts");
  return { openServer, keepCompiledCode: () => undefined };
}
