import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { ClientRequest, type IncomingMessage } from "node:http";

/** Status and headers of the reply that came, if one came. */
export interface WatchedReply {
  status?: number | undefined;
  headers: IncomingMessage["headers"];
}

const watching = new AsyncLocalStorage<WatchedReply>();

subscribe("http.client.request.start", (started) => {
  const watched = watching.getStore();
  const request = typeof started === "object" && started && "request" in started ? started.request : undefined;
  if (watched === undefined || !(request instanceof ClientRequest)) return;
  request.once("response", ({ statusCode, headers }) => Object.assign(watched, { status: statusCode, headers }));
});

/** Does the work and notes the reply to its request: pop-core forgets status and headers of what is not JSON. */
export function watchReply<Result>(watched: WatchedReply, work: () => Promise<Result>): Promise<Result> {
  return watching.run(watched, work);
}
