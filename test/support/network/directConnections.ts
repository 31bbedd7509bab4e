import { connectionOpener } from "../../../provider/client/http/connectionOpener.ts";

/** Connections without any proxy. */
export const directConnections = connectionOpener({ caFile: undefined, env: {}, warn: () => undefined });
