import { z } from "zod";
import { fieldInfo } from "../core/field.ts";
import { nameType } from "../core/namedTypes.ts";
import type { Operation } from "../core/operation.ts";

const known = new WeakMap<Operation, z.ZodObject>();

/** One row as a program sees it: the fields without the secret ones, the time it is ordered by, and its region. */
export function recordSchema(operation: Operation): z.ZodObject {
  const schema = known.get(operation) ?? makeSchema(operation);
  known.set(operation, schema);
  return schema;
}

function makeSchema(operation: Operation): z.ZodObject {
  const { fields, identity, datedAs, module, names, summary } = operation;
  const shown = Object.entries(fields.shape).filter(([, schema]) => fieldInfo.get(schema)?.secret === false);
  const schema = z
    .object({
      ...Object.fromEntries(shown),
      ...(datedAs && { [datedAs.name]: z.string().meta({ format: "date-time" }).optional().describe(datedAs.doc) }),
      [identity]: z.string().describe(describeIdentity(operation)),
      region: z.string().describe("The region that was asked."),
    })
    .describe(summary);
  return nameType(schema, module, names.type);
}

function describeIdentity({ fields, identity }: Operation): string {
  const schema = fields.shape[identity];
  return (schema && z.globalRegistry.get(schema)?.description) ?? identity;
}
