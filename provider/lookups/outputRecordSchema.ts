import type { z } from "zod";
import { loadZod } from "../core/loadZod.ts";
import { withTypeName } from "../core/namedTypes.ts";
import type { Operation } from "../core/operation.ts";

const schemas = new WeakMap<Operation, z.ZodObject>();

/** One row as a program sees it: the fields without the secret ones, the time it is ordered by, and its region. */
export function outputRecordSchema(operation: Operation): z.ZodObject {
  const schema = schemas.get(operation) ?? makeSchema(operation);
  schemas.set(operation, schema);
  return schema;
}

function makeSchema(operation: Operation): z.ZodObject {
  const { fields, identity, times, api, entity } = operation;
  const z = loadZod();
  const publicFields = Object.entries(fields).flatMap(([name, field]) =>
    field.secret ? [] : [[name, field.schema] as const],
  );
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
  return withTypeName(schema, api.module, entity.type);
}

function describeIdentity({ fields, identity }: Operation): string {
  return fields[identity.field]?.doc ?? identity.field;
}
