import { z } from "zod";
import { operations } from "../../provider/operations/index.ts";
import { type EmulatorRecord, rowSchema } from "./record.ts";

/** The record of one row of an action, written as the service would send it. @throws Error for a value that a field cannot have. */
export function recordFromProgramValues(action: string, values: object): EmulatorRecord {
  const operation = operations.find(({ api }) => api.action === action);
  if (operation === undefined) throw new Error(`There is no action ${action}.`);
  const { fields, parameters, question } = operation;
  const [owner] = question.subject;
  const row: Record<string, unknown> = {};
  const of: Record<string, string> = {};
  let subject = "";
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (name === owner) subject = String(value);
    const field = fields[name];
    const parameter = parameters[name];
    if (field !== undefined) row[field.wire] = encode(name, field.schema, value);
    // What the row does not tell, filters compare all the same.
    else if (parameter !== undefined && name !== owner) of[parameter.wire] = String(value);
    else if (name !== owner) throw new Error(`${name} is no field of ${action}.`);
  }
  if (subject === "") throw new Error(`A record of ${action} needs ${owner}.`);
  const record = { action, subject, row: rowSchema.parse(row) };
  return Object.keys(of).length === 0 ? record : { ...record, of };
}

function encode(name: string, field: z.ZodType, value: unknown): unknown {
  const encoded = z.safeEncode(field, value);
  if (encoded.success) return encoded.data;
  throw new Error(`${name} cannot be ${JSON.stringify(value)}: ${z.prettifyError(encoded.error)}`);
}
