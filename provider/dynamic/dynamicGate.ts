import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import { isJsonObject } from "../core/json.ts";
import { dueOutput } from "../lookups/gate/dueOutput.ts";
import type { Gate } from "../lookups/gate/gate.ts";
import { refusalToDelete } from "../lookups/gate/refusalToDelete.ts";
import { withoutAnswer } from "../lookups/gate/withoutAnswer.ts";
import { givenArguments, sameValue, toRecord } from "./givenArguments.ts";
import { unsupportedInDynamic } from "./unsupportedInDynamic.ts";
import type { StackConfig } from "./withSession.ts";
import { withSession } from "./withSession.ts";

/**
 * A gate in the shape of a dynamic provider's methods. Of these only check and diff run in preview, and neither is
 * told that it is one: so check refuses, as a failure of the resource.
 */
export function dynamicGate(gate: Gate, config: StackConfig) {
  const { inputs, outputs, operation } = gate;

  async function check(olds: unknown, news: unknown) {
    const { values, unknown } = givenArguments(news, inputs, outputs);
    try {
      gate.check(values, unknown);
      refuseUnsupported(values);
      // With these very inputs it has passed: a task that vanished since then must not block.
      const before = supported(givenArguments(olds, inputs, outputs).values);
      const passed = Object.keys(before).length > 0 && sameValue(inOrder(before), inOrder(values));
      if (passed && gate.controls(values).recheck === "untilPassed") return { inputs: news, failures: [] };
      // Not known yet: nothing is let through for good, as create and update evaluate in any case.
      if (unknown.size > 0) return { inputs: news, failures: [] };
      const { decision, report } = await evaluate(values, "preview");
      const refused = decision === "refuse" ? [{ property: operation.subject[0], reason: report }] : [];
      return { inputs: news, failures: refused };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { inputs: news, failures: error.failures };
    }
  }

  async function diff(_id: string, olds: unknown, news: unknown) {
    const { values, unknown } = givenArguments(news, inputs, outputs);
    const recorded = toRecord(olds);
    const before = supported(toRecord(recorded[GIVEN]));
    if (unknown.size > 0 || !sameValue(inOrder(before), inOrder(supported(values)))) return { changes: true };
    const due = await dueOutput(gate, { recorded, values }, (work) => withSession(config, work));
    return { changes: due !== undefined };
  }

  async function pass(news: unknown): Promise<{ id: string; outs: JsonObject }> {
    const { values, unknown } = givenArguments(news, inputs, outputs);
    refuseUnsupported(values);
    const outcome = unknown.size > 0 ? withoutAnswer(gate, values, unknown) : await evaluate(values, "up");
    if (outcome.decision !== "open" && outcome.decision !== "warn") throw shut(outcome.report);
    if (outcome.decision === "warn") process.stderr.write(`warning: ${outcome.report}\n`);
    return { id: operation.names.one, outs: { ...values, ...outcome.outputs, [GIVEN]: inOrder(values) } };
  }

  function evaluate(values: JsonObject, phase: "preview" | "up") {
    const status = (line: string) => process.stderr.write(`${line}\n`);
    return withSession(config, (session) => gate.evaluate(session, values, { phase, status }));
  }

  async function remove(_id: string, recorded: unknown) {
    const before = inputsBefore(toRecord(recorded));
    const judge = () => withSession(config, (session) => gate.judge(session, before.values));
    const refusal = await refusalToDelete(before, judge);
    if (refusal !== undefined) throw shut(refusal);
  }

  /** Apart, as outputs may bear their names; where they are not, what was recorded with the outputs must do. */
  function inputsBefore(recorded: JsonObject) {
    if (isJsonObject(recorded[GIVEN])) return givenArguments(recorded[GIVEN], inputs, outputs);
    const { values, unknown } = givenArguments(recorded, inputs, outputs);
    const own = Object.entries(values).filter(([name]) => name in inputs.shape && !(name in outputs.shape));
    return { values: Object.fromEntries(own), unknown };
  }

  /** A refresh. What is read by an ID has no record, and nothing to say. */
  function read(id: string, recorded: unknown) {
    if (toRecord(recorded)[GIVEN] === undefined) {
      throw shut("A gate is evaluated where it is made: it cannot be read by an ID. Make it, with its arguments.");
    }
    return Promise.resolve({ id, props: recorded });
  }

  return {
    check,
    diff,
    read,
    create: pass,
    update: (_id: string, _olds: unknown, news: unknown) => pass(news),
    delete: remove,
  };
}

/** What a dynamic gate cannot do must not be asked of it in vain. */
function refuseUnsupported(values: JsonObject): void {
  const failures = [...unsupportedInDynamic].flatMap(([property, reason]) =>
    values[property] === undefined ? [] : [{ property, reason }],
  );
  if (failures.length > 0) throw new InputError(failures);
}

/** Version 0.1.0 took `waitFor`: to take it out of a gate that has passed is no reason to evaluate it again. */
function supported(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !unsupportedInDynamic.has(name)));
}

/** Outputs may bear the names of inputs, such as that of a task: what was given is kept apart. */
const GIVEN = "given";

function inOrder(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Without a stack: the host prints it. */
function shut(report: string): Error {
  const error = new Error(report);
  error.stack = report;
  return error;
}
