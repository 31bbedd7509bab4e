import { z } from "zod";
import type { Operation } from "../../provider/core/operation.ts";
import { operations } from "../../provider/operations/index.ts";
import { docText, membersText, typeText } from "./typeText.ts";

/** `emulator/generated/records.ts`: for each operation a function that makes a record of the emulator from typed values. */
export function recordsFile(): string {
  const imports = [
    'import type { EmulatorRecord } from "../records/record.ts";',
    'import { recordFromProgramValues } from "../records/recordFromProgramValues.ts";',
  ];
  return `${imports.join("\n")}\n\n${operations.map(builderText).join("\n")}`;
}

/** `emulator/index.ts`, which is what a user imports: these, and what the emulator has for any operation. */
export function emulatorIndex(): string {
  const names = operations.flatMap(({ entity }) => [`type ${entity.type}Values`, `${entity.singleProperty}Record`]);
  return `/** A local Alibaba Cloud endpoint for tests: see \`emulator/README.md\`. */
export type { Clock } from "./clock.ts";
export { type Credential, demoCredentials } from "./credentials.ts";
export type { Emulator, EmulatorControl, EmulatorOptions } from "./Emulator.ts";
export type { NumberedFault } from "./faults/catalogue/numberedFault.ts";
export type { Fault } from "./faults/fault.ts";
export type { FaultScope } from "./faults/faultScope.ts";
export type { ListedCase } from "./faults/listFaultCases.ts";
export {
${names.map((name) => `  ${name},\n`).join("")}} from "./generated/records.ts";
export type { TlsIdentity } from "./Listener.ts";
export type { ModeChanges, Modes } from "./modes.ts";
export type { ReceivedRequest } from "./receivedRequest.ts";
export type { EmulatorRecord, FieldChanges, RecordSelector } from "./records/record.ts";
export type { Seed } from "./seed.ts";
export { seeds } from "./seeds/index.ts";
export { startEmulator } from "./startEmulator.ts";
`;
}

function builderText(operation: Operation): string {
  const { api, entity } = operation;
  const values = `${entity.type}Values`;
  return `/** A row of ${api.action} as programs see it: values have the units and forms of the results. */
export interface ${values} {
${membersText(valuesOf(operation), "output")}
}

${docText(`A record for \`add\` of the emulator: one ${entity.label}, in the form in which the service sends it.`)}export function ${entity.singleProperty}Record(values: ${values}): EmulatorRecord {
  return recordFromProgramValues(${JSON.stringify(api.action)}, values);
}
`;
}

/** Whose it is and its ID, which must be there, and everything else that a row can tell in one value. */
function valuesOf({ fields, identity, parameters, question }: Operation): Readonly<Record<string, z.ZodType>> {
  const required = new Set<string>([question.subject[0], identity.field]);
  const subjects = question.subject.map((name) => [name, parameters[name]?.schema] as const);
  const simple = Object.entries(fields)
    .map(([name, field]) => [name, field.schema] as const)
    .filter(([, schema]) => !typeText(schema, "output").includes("types."));
  const all = Object.entries({ ...Object.fromEntries(subjects), ...Object.fromEntries(simple) });
  return Object.fromEntries(
    all.flatMap(([name, schema]) => {
      if (schema === undefined) return [];
      const text = z.globalRegistry.get(schema)?.description ?? "";
      const bare = schema instanceof z.ZodOptional ? z.string() : schema;
      return [[name, required.has(name) ? bare.describe(text) : schema]];
    }),
  );
}
