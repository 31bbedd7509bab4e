import type { z } from "zod";
import type { JsonObject } from "../core/json.ts";
import { loadZod } from "../core/loadZod.ts";
import type { Operation } from "../core/operation.ts";
import type { Assessment } from "../lookups/evaluateOneSubject.ts";
import { hasNewInstancesCondition } from "../lookups/hasNewInstancesCondition.ts";
import { outputRecordSchema } from "../lookups/outputRecordSchema.ts";
import { RECORDED_INSTANCES_OUTPUT } from "./instancesWithRecordedRow.ts";
import { placeName } from "./placeName.ts";

/** The output that tells that not the verdict let the gate through. */
const OVERRIDDEN = "overridden";

/** The same record, of a gate that its override let through: the verdict stays what it is, and so is evaluated again. */
export function recordWithOverriddenTrue(record: JsonObject): JsonObject {
  return { ...record, [OVERRIDDEN]: true };
}

/** What the resource records of an assessment: nothing that a clock or a later backup would change. */
export function gateRecord(operation: Operation, { verdict, best, region, regionOrUrl }: Assessment): JsonObject {
  const {
    identity,
    entity,
    times: { orderTime },
  } = operation;
  if (verdict !== "pass" || region === undefined || regionOrUrl === undefined) return { verdict };
  const where = { place: placeName({ region, regionOrUrl }) };
  // Of several instances no single row is the one.
  if (best === undefined) return { verdict, ...where };
  const record = best.newRecord();
  const at = orderTime && record[orderTime.name];
  return {
    verdict,
    ...where,
    [identity.field]: best.id,
    ...(orderTime && at !== undefined ? { [orderTime.name]: at } : {}),
    [entity.singleProperty]: { ...record, region },
  };
}

/** The outputs of the resource: what `gateRecord` may put into them. */
export function gateOutputSchema(operation: Operation): z.ZodObject {
  const {
    identity,
    entity,
    times: { orderTime },
  } = operation;
  const z = loadZod();
  return z.object({
    verdict: z
      .enum(["pass", "fail", "pending", "unknown", "off"])
      .describe(
        "The verdict when the gate was last created or updated. Anything but `pass` is only possible under `warn` or `off`, and with an `override`.",
      ),
    [OVERRIDDEN]: z
      .boolean()
      .optional()
      .describe("`true` when the `override` let the gate through, which the verdict did not. Absent otherwise."),
    [identity.field]: z.string().optional().describe(`The ID of the ${entity.label} that let the gate pass.`),
    ...(orderTime && { [orderTime.name]: z.string().optional().describe(orderTime.doc) }),
    [entity.singleProperty]: outputRecordSchema(operation)
      .optional()
      .describe(`The ${entity.label} that let the gate pass.`),
    ...(hasNewInstancesCondition(operation) && {
      [RECORDED_INSTANCES_OUTPUT]: z
        .array(z.string())
        .optional()
        .describe(
          `The instances of which this gate has ever recorded a ${entity.label}: none of them is taken for new again (\`newInstances\`). Absent where the other outputs tell it.`,
        ),
    }),
    place: z
      .string()
      .optional()
      .describe(
        "Where the gate passed: the region and, where one is set that is not a host of that region, the endpoint. Anywhere else the gate is evaluated again.",
      ),
  });
}
