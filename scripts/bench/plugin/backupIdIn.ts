import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import { z } from "zod";

const result = z.object({ backupId: z.string() });

/** The ID of the backup in the reply to `getLatestBackup`. @throws when the plugin refused the arguments. */
export function backupIdIn(reply: Buffer): string {
  const response = providerProto.InvokeResponse.deserializeBinary(reply);
  const [failure] = response.getFailuresList();
  if (failure) throw new Error(`The plugin refused: ${failure.getReason()} (${failure.getProperty()})`);
  return result.parse(response.getReturn()?.toJavaScript()).backupId;
}
