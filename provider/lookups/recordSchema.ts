import { z } from "zod";
import { nameType } from "../core/namedTypes.ts";
import type { Operation } from "../core/operation.ts";

const schemas = new WeakMap<Operation, z.ZodObject>();

/** One row as a program sees it: the fields without the secret ones, the time it is ordered by, and its region. */
export function recordSchema(operation: Operation): z.ZodObject {
  const schema = schemas.get(operation) ?? makeSchema(operation);
  schemas.set(operation, schema);
  return schema;
}

function makeSchema(operation: Operation): z.ZodObject {
  const { fields, identity, times, api, entity } = operation;
  const publicFields = Object.entries(fields.shape).filter(([, schema]) => !schema.secret);
  const schema = z
    .object({
      ...Object.fromEntries(publicFields),
      ...(times.orderTime && {
        [times.orderTime.name]: z.string().meta({ format: "date-time" }).optional().describe(times.orderTime.doc),
      }),
      [identity.field]: z.string().describe(describeIdentity(operation)),
      region: z.string().describe("The region that was asked."),
    })
    .describe(entity.summary);
  return nameType(schema, api.module, entity.type);
}

function describeIdentity({ fields, identity }: Operation): string {
  const schema = fields.shape[identity.field];
  return (schema && z.globalRegistry.get(schema)?.description) ?? identity.field;
}
