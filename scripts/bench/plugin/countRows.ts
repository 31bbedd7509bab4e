/**
 * How many rows of an instance are in the reply to an invoke that lists them: each names the instance once. Decoding the
 * reply would take gigabytes for the largest.
 */
export function countRows(reply: Buffer, instanceId: string): number {
  let count = 0;
  for (let at = reply.indexOf(instanceId); at >= 0; at = reply.indexOf(instanceId, at + 1)) count++;
  return count;
}
