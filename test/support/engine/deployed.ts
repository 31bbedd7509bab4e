import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { nameOf } from "./engineEvents.ts";
import { stackName } from "./engineFolder.ts";

const resource = z.object({
  urn: z.string(),
  type: z.string(),
  id: z.string().optional(),
  inputs: z.record(z.string(), z.json()).default({}),
  resourceHooks: z.record(z.string(), z.array(z.string())).default({}),
  /** Replaced by another one, and not deleted yet. */
  delete: z.boolean().default(false),
});
const latest = z.object({
  resources: z.array(resource).default([]),
  pending_operations: z.array(z.unknown()).length(0, "The state has operations that did not end.").optional(),
});
const checkpoint = z.object({ checkpoint: z.object({ latest: latest.optional() }) });

export type Deployed = z.output<typeof resource>;

/** What Pulumi has in its state, by name: all that a later run knows of a resource. Nothing in it may be half done. */
export async function deployed(folder: string) {
  const file = join(folder, "state", ".pulumi", "stacks", "inline", `${stackName}.json`);
  // The same secret is encrypted anew whenever the state is written.
  const content = JSON.parse(await readFile(file, "utf8"), (key, value) => (key === "ciphertext" ? "..." : value));
  const { resources = [] } = checkpoint.parse(content).checkpoint.latest ?? {};
  const own = resources.filter(({ type }) => !/^pulumi:(pulumi|providers):/.test(type));
  return Object.fromEntries(
    own.map((each) => [each.delete ? `${nameOf(each.urn)}, replaced` : nameOf(each.urn), each]),
  );
}
