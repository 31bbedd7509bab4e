import { ReplyError } from "../core/errors/ReplyError.ts";
import type { Fault } from "./fault.ts";
import { replyFault } from "./replyFault.ts";
import type { ServiceReply } from "./serviceReply.ts";

/** Says what a reply means. It may wait until others had their turn. @throws ReplyError for a reply that is no answer. */
export type Decode<Answer> = (reply: ServiceReply) => Answer | Promise<Answer>;

/** The answer that a reply is, or the fault that it shows when it is looked at closely. */
export async function decodeReply<Answer>(
  reply: ServiceReply,
  decode: Decode<Answer>,
): Promise<{ readonly answer: Answer } | Fault> {
  try {
    return { answer: await decode(reply) };
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
    return replyFault(error, reply);
  }
}
