import * as argument from "../core/argument.ts";
import { NotGoodEnoughError } from "../core/errors/NotGoodEnoughError.ts";
import type { InputType } from "../core/inputType.ts";
import type { JsonObject } from "../core/json.ts";
import { object } from "../core/objectInputType.ts";
import type { Operation } from "../core/operation.ts";
import { redactedOutputRecord } from "../core/redactedOutputRecord.ts";
import { subjectIdsWithRegion } from "../core/report.ts";
import { validate } from "../core/validate.ts";
import { regionArgument, subjectArguments } from "./arguments.ts";
import { checkArguments } from "./checkArguments.ts";
import { findById } from "./findById.ts";
import type { LookupFunction } from "./lookupFunction.ts";
import { outputRecordSchema } from "./outputRecordSchema.ts";
import { runLookup } from "./runLookup.ts";
import { readSubjectTarget } from "./target.ts";

/** `getBackup`: the one with this ID, whatever its state. */
export function byIdLookup(operation: Operation): LookupFunction {
  const { entity, identity } = operation;
  const inputs = object({
    ...subjectArguments(operation),
    [identity.field]: identityArgument(operation).describe(`The ID of the ${entity.label}.`),
    ...regionArgument,
  });

  return {
    operation,
    name: `get${entity.type}`,
    doc: `Reads one ${entity.label} by its ID, whatever its state; it is an error when there is none. ${entity.summary}`,
    inputs,
    get outputs() {
      return outputRecordSchema(operation);
    },
    async run(session, args): Promise<JsonObject> {
      const target = checkArguments(operation, inputs, args, () => {
        validate(inputs, args);
        return readSubjectTarget(operation, args);
      });
      const { row, region } = await runLookup(session, (lookup) => findById(lookup, operation, target));
      if (row) return { ...redactedOutputRecord(operation, row), region };
      throw new NotGoodEnoughError(
        `${subjectIdsWithRegion(operation, target.values, region)}: ${entity.label} ${target.values[identity.field]} was not found.\n` +
          `  What to do: check the ID and the region. One that expired or was deleted cannot be read any more.`,
      );
    },
  };
}

/** As the service takes it where it is a request parameter, else any name. */
function identityArgument({ parameters, identity }: Operation): InputType {
  return parameters[identity.field] === undefined ? argument.singleLineText : argument.identifier;
}
