import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import { changedInputNames } from "../gates/changedInputNames.ts";
import { deletionRefusal } from "../gates/deletionRefusal.ts";
import { deployedInputsOrProperties } from "../gates/deployedInputsOrProperties.ts";
import type { Phase } from "../gates/enforcementIn.ts";
import { evaluateGate } from "../gates/evaluateGate.ts";
import type { Gate } from "../gates/gate.ts";
import { gateDiffs } from "../gates/gateDiffs.ts";
import type { GateInputs } from "../gates/gateInputs.ts";
import type { WithSession } from "../gates/withSession.ts";
import { dynamicInputsOf, plainObjectOrEmpty } from "./dynamicInputsOf.ts";
import { refuseUnsupportedControls, withoutUnsupportedControls } from "./unsupportedGateControls.ts";
import type { StackConfig } from "./withStackSession.ts";
import { withStackSession } from "./withStackSession.ts";

/** The key of the inputs in the state, apart from the outputs: these may bear their names, such as that of a task. States of users hold it. */
const INPUTS_KEY = "given";

/**
 * A gate in the shape of a dynamic provider's methods. Of these only check and diff run in preview, and neither is
 * told that it is one: so check refuses, as a failure of the resource.
 */
export function dynamicGate(gate: Gate, config: StackConfig) {
  const inputsOf = (properties: unknown) => dynamicInputsOf(properties, gate.inputs, gate.outputs);
  const inSession: WithSession = (work) => withStackSession(config, work);

  async function check(olds: unknown, news: unknown) {
    const inputs = inputsOf(news);
    try {
      gate.check(inputs);
      refuseUnsupportedControls(inputs.values);
      // With these very inputs it has passed, unless it was let through: a task that vanished since then must not block.
      const oldInputs = withoutUnsupportedControls(inputsOf(olds).values);
      const sameInputs =
        Object.keys(oldInputs).length > 0 &&
        changedInputNames(oldInputs, inputs).length === 0 &&
        oldInputs.override === undefined;
      if (sameInputs && gate.controls(inputs.values).recheck === "untilPassed") return { inputs: news, failures: [] };
      // Check does not get the outputs: whether an instance is new in spite of them is decided in up.
      const outcome = await evaluate(inputs, "preview", undefined);
      const [one] = gate.subject;
      const several = `${one}s`;
      const property = Object.hasOwn(inputs.values, several) ? several : one;
      if (outcome.kind === "overridden") warn(outcome.report);
      const failures = outcome.kind === "refused" ? [{ property, reason: outcome.report }] : [];
      return { inputs: news, failures };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { inputs: news, failures: error.failures };
    }
  }

  async function diff(_id: string, olds: unknown, news: unknown) {
    const { values, unknown } = inputsOf(news);
    const record = plainObjectOrEmpty(olds);
    const oldInputs = withoutUnsupportedControls(plainObjectOrEmpty(record[INPUTS_KEY]));
    const inputs = { values: withoutUnsupportedControls(values), unknown };
    // Only an update writes the inputs that a deletion goes by: an override that was taken away must not open it any more.
    if (oldInputs.override !== undefined && values.override === undefined) return { changes: true };
    const changes = await gateDiffs(gate, { record, oldInputs, inputs }, inSession);
    return { changes: changes.length > 0 };
  }

  /** Create and update, which run in `up` alone. */
  async function apply(olds: unknown, news: unknown): Promise<{ id: string; outs: JsonObject }> {
    const inputs = inputsOf(news);
    refuseUnsupportedControls(inputs.values);
    const outcome = await evaluate(inputs, "up", olds === undefined ? undefined : plainObjectOrEmpty(olds));
    // Only a preview defers.
    if (outcome.kind === "refused" || outcome.kind === "deferred") throw refusal(outcome.report);
    if (outcome.kind === "warned" || outcome.kind === "overridden") warn(outcome.report);
    const { values } = inputs;
    return { id: gate.outputNames.row, outs: { ...values, ...outcome.record, [INPUTS_KEY]: inOrder(values) } };
  }

  function evaluate(inputs: GateInputs, phase: Phase, properties: JsonObject | undefined) {
    const status = (line: string) => process.stderr.write(`${line}\n`);
    return evaluateGate(gate, inputs, { phase, properties, status, withSession: inSession });
  }

  async function remove(_id: string, properties: unknown) {
    const record = plainObjectOrEmpty(properties);
    const inputs = deployedInputsOrProperties(gate, inputsOf(record[INPUTS_KEY]), inputsOf(record));
    const report = await deletionRefusal(gate, { inputs, properties: record }, inSession);
    if (report !== undefined) throw refusal(report);
  }

  /** A refresh. What is read by an ID has no record, and nothing to say. */
  function read(id: string, properties: unknown) {
    if (plainObjectOrEmpty(properties)[INPUTS_KEY] === undefined) {
      throw refusal("A gate is evaluated where it is made: it cannot be read by an ID. Make it, with its arguments.");
    }
    return Promise.resolve({ id, props: properties });
  }

  return {
    check,
    diff,
    read,
    create: (news: unknown) => apply(undefined, news),
    update: (_id: string, olds: unknown, news: unknown) => apply(olds, news),
    delete: remove,
  };
}

function warn(report: string): void {
  process.stderr.write(`warning: ${report}\n`);
}

function inOrder(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Without a stack: the host prints it. */
function refusal(report: string): Error {
  const error = new Error(report);
  error.stack = report;
  return error;
}
