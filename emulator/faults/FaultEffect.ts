import type { Json, JsonObject } from "../../provider/core/json.ts";
import type { AuthenticatedRequest } from "../service/AuthenticatedRequest.ts";
import type { PageChange } from "../service/PageChange.ts";
import type { Reply } from "./reply.ts";

/** What a fault does to a reply, by the stage at which it does it. The other stages are as usual. */
export interface FaultEffect {
  /** Another page is cut out of the list than the one that was asked for. */
  readonly page?: PageChange;
  /** Changes the JSON before it is written. */
  readonly rewrite?: (body: JsonObject) => Json;
  /** Changes its text, for what no parser keeps. */
  readonly rewriteText?: (text: string) => string;
  /** Another reply in place of the true one, or the true one badly delivered. */
  readonly reply?: (honest: Reply, request: AuthenticatedRequest) => Reply;
}
