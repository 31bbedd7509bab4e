import http from "node:http";
import { type Asked, type Reply, startAnswering } from "./answeringServer.ts";

const METADATA = "100.100.100.200";

/** For `node --import`, before anything else is loaded: the metadata service is at METADATA_PORT of this machine. */
export const leadMetadata = new URL("leadMetadata.ts", import.meta.url).href;

/** What a metadata service hands out as its token. */
export const metadataToken = "imds-token";

/** The metadata service of an ECS instance, on loopback. */
export function startMetadata(role: (asked: Asked) => Reply | "never") {
  return startAnswering((asked) =>
    asked.method === "PUT" ? { type: "text/plain", body: metadataToken } : role(asked),
  );
}

/**
 * `http.request`, which leads what is meant for the metadata service of an ECS instance to a port of this machine: its own
 * address is only reachable there.
 */
export function requestLeadingMetadata(port: number) {
  const { request } = http;
  return (...given: unknown[]): http.ClientRequest => {
    const [options] = given;
    const isMetadata =
      typeof options === "object" && options !== null && "host" in options && options.host === METADATA;
    return Reflect.apply(request, http, isMetadata ? [{ ...options, host: "127.0.0.1", port }] : given);
  };
}
