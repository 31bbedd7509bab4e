import { z } from "zod";
import * as argument from "../core/argument.ts";
import { NoneFoundError } from "../core/errors/NoneFoundError.ts";
import { ReplyError } from "../core/errors/ReplyError.ts";
import type { JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import { outputRecord } from "../core/outputRecord.ts";
import { nameSubject } from "../core/report.ts";
import type { Row } from "../core/row.ts";
import { CLOCK_MARGIN } from "../core/time.ts";
import { regionArgument, subjectArguments } from "./arguments.ts";
import { checkArguments } from "./checkArguments.ts";
import type { LookupFunction } from "./function.ts";
import { newestOfEachId } from "./newestOfEachId.ts";
import { readRows } from "./readRows.ts";
import { recordSchema } from "./recordSchema.ts";
import type { Rows, Session } from "./session.ts";
import { subjectOf } from "./subjectOf.ts";

/** `getBackup`: the one with this ID, whatever its state. */
export function one(operation: Operation): LookupFunction {
  const { names, identity, summary } = operation;
  const inputs = z.object({
    ...subjectArguments(operation),
    [identity]: identityArgument(operation).describe(`The ID of the ${names.label}.`),
    ...regionArgument,
  });

  return {
    operation,
    name: `get${names.type}`,
    doc: `Reads one ${names.label} by its ID, whatever its state; it is an error when there is none. ${summary}`,
    inputs,
    outputs: recordSchema(operation),
    async run(session, given): Promise<JsonObject> {
      checkArguments(operation, inputs, given);
      const { row, region } = await findById(session, operation, given);
      if (row) return { ...outputRecord(operation, row), region };
      throw new NoneFoundError(
        `${nameSubject(operation, given, region)}: ${names.label} ${given[identity]} was not found.\n` +
          `  What to do: check the ID and the region. One that expired or was deleted cannot be read any more.`,
      );
    },
  };
}

/** Searches the whole retention, not only the last days. */
export async function findById(
  session: Session,
  operation: Operation,
  given: JsonObject,
): Promise<Omit<Rows, "rows"> & { readonly row: Row | undefined }> {
  const today = session.host.now();
  const range = operation.window && { from: today - operation.window.reach, to: today + CLOCK_MARGIN };
  const { rows, ...answered } = await readRows(session, operation, subjectOf(operation, given), range);
  const ofThatId = rows.filter(({ id }) => id === given[operation.identity]);
  const [row, ...others] = newestOfEachId(operation, ofThatId, answered.now);
  if (others.length > 0) {
    const { action, identity, names } = operation;
    const what = `${action} knows ${others.length + 1} rows with the ${identity} ${row?.id}`;
    throw new ReplyError(
      `${nameSubject(operation, given, answered.region)}: ${what}, and which is meant cannot be told.\n` +
        `  What to do: use get${names.type}s and choose one of them.`,
    );
  }
  return { row, ...answered };
}

/** As the service takes it where it can be asked for, else any name. */
function identityArgument({ parameters, identity }: Operation): z.ZodType {
  return parameters[identity] === undefined ? argument.name : argument.identifier;
}
