import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import { object } from "../core/objectInputType.ts";
import { once } from "../core/once.ts";
import type { Operation } from "../core/operation.ts";
import { redactToShortLine } from "../core/redactToShortLine.ts";
import { readArgumentsAmongOthers, validate } from "../core/validate.ts";
import { answerQuery } from "../lookups/answerQuery.ts";
import { checkArguments } from "../lookups/checkArguments.ts";
import type { Assessment } from "../lookups/evaluateOneSubject.ts";
import { queryReader } from "../lookups/lookupQuery.ts";
import type { Session } from "../lookups/session.ts";
import { addRecordedInstancesUnlessImplied } from "./addRecordedInstancesUnlessImplied.ts";
import type { Gate } from "./gate.ts";
import { gateControlsInputType } from "./gateControls.ts";
import type { GateInputs } from "./gateInputs.ts";
import { gateOutputSchema, gateRecord } from "./gateRecord.ts";
import { instancesWithRecordedRow } from "./instancesWithRecordedRow.ts";

const MAX_ID = 40;

/** `BackupGate`: the gate over an operation's verdict. */
export function defineGate(operation: Operation): Gate {
  const { entity, identity, question } = operation;
  const { recheck } = operation.gate;
  const { inputs, read } = queryReader(operation);
  const outputs = once(() => gateOutputSchema(operation));
  const controls = gateControlsInputType({ defaultRecheck: recheck, label: entity.label });
  const schema = object({ ...inputs.shape, ...controls.shape });
  const controlsOf = (values: JsonObject) => ({
    recheck,
    track: "recorded" as const,
    ...readArgumentsAmongOthers(controls, values),
  });

  function check({ values, unknown }: GateInputs): void {
    if (unknown.size === 0) {
      checkArguments(operation, schema, values, () => {
        validate(schema, values);
        operation.judge(values);
      });
    } else validate(object(withoutKeys(schema.shape, (name) => unknown.has(name))), values);
  }

  function assessor({ values, unknown }: GateInputs, properties: JsonObject | undefined) {
    refuseUnknown(unknown);
    // What is left may be a condition that only another version knows: it must not be dropped in silence.
    const query = read(withoutKeys(values, (name) => Object.hasOwn(controls.shape, name)));
    const recorded = instancesWithRecordedRow(operation, properties);
    // Of several instances some may be new. A gate of one is not, once it has recorded a row of any.
    const gateHasRecordedRow = (id: string) =>
      query.instances === undefined ? recorded.length > 0 : recorded.includes(id);
    return (session: Session) => answerQuery(session, operation, { ...query, gateHasRecordedRow });
  }

  function record(result: Assessment | "off" | "unknown", values: JsonObject, properties: JsonObject | undefined) {
    const isAssessment = typeof result === "object";
    return addRecordedInstancesUnlessImplied(
      operation,
      isAssessment ? gateRecord(operation, result) : { verdict: result },
      {
        properties,
        values,
        withGoodRow: isAssessment ? result.withGoodRow : [],
      },
    );
  }

  function place(session: Session, { values: { region }, unknown }: GateInputs) {
    refuseUnknown(unknown);
    return session.client.route(operation, typeof region === "string" ? region : undefined).endpoint;
  }

  return {
    operation,
    name: `${entity.type}Gate`,
    doc: `Lets through what depends on it only while the ${entity.labels} are good enough. Evaluated in preview and in up. ${entity.summary}`,
    inputs: schema,
    get outputs() {
      return outputs();
    },
    subject: question.subject,
    outputNames: { id: identity.field, row: entity.singleProperty },
    check,
    controls: controlsOf,
    assessor,
    place,
    record,
    failureSince: (assessment, since) => failureSince(operation, assessment, since),
  };
}

/** Without one of its conditions a question would be another one, which may have another answer. */
function refuseUnknown(unknown: ReadonlySet<string>): void {
  if (unknown.size > 0) throw new InputError([...unknown].map((property) => ({ property, reason: "is not known" })));
}

/** A backup that failed is not made again: whoever waits for a new one need not wait for that one. */
function failureSince({ entity }: Operation, { rows }: Assessment, since: number): string | undefined {
  const failure = rows.find(
    ({ row, reasons }) =>
      (row.orderTime?.at ?? Number.NEGATIVE_INFINITY) >= since && reasons.some(({ rowState }) => rowState === "failed"),
  );
  return failure && `${entity.label} ${redactToShortLine(failure.row.id, MAX_ID)}`;
}

function withoutKeys<T>(values: Readonly<Record<string, T>>, isLeftOut: (name: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isLeftOut(name)));
}
