import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { ClientRequest, type IncomingMessage } from "node:http";

/** Status and headers of the reply that came, if one came. */
export interface WatchedReply {
  status?: number | undefined;
  headers: IncomingMessage["headers"];
}

const REQUEST_START = "http.client.request.start";
const watching = new AsyncLocalStorage<WatchedReply>();

/**
 * Does the work and notes the reply to its request: pop-core forgets status and headers of what is not JSON. Requests are
 * watched only while one of ours is on its way: the process may be another's.
 */
export async function watchReply<Result>(watched: WatchedReply, work: () => Promise<Result>): Promise<Result> {
  const noteReply = (started: unknown) => {
    const request = typeof started === "object" && started && "request" in started ? started.request : undefined;
    if (watching.getStore() !== watched || !(request instanceof ClientRequest)) return;
    request.once("response", ({ statusCode, headers }) => Object.assign(watched, { status: statusCode, headers }));
  };
  subscribe(REQUEST_START, noteReply);
  try {
    return await watching.run(watched, work);
  } finally {
    unsubscribe(REQUEST_START, noteReply);
  }
}
