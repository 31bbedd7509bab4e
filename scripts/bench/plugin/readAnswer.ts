import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import { z } from "zod";

const result = z.object({ ids: z.array(z.string()).optional(), backupId: z.string().optional() });

/** The IDs in the reply to an invoke, for checking what was measured. @throws when the plugin refused the arguments. */
export function readAnswer(reply: Buffer): readonly string[] {
  const response = providerProto.InvokeResponse.deserializeBinary(reply);
  const [failure] = response.getFailuresList();
  if (failure) throw new Error(`The plugin refused: ${failure.getReason()} (${failure.getProperty()})`);
  const { ids, backupId } = result.parse(response.getReturn()?.toJavaScript());
  return ids ?? (backupId === undefined ? [] : [backupId]);
}
