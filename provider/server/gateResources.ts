import type * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import emptyProto from "google-protobuf/google/protobuf/empty_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import type { Assessment } from "../lookups/evaluate.ts";
import { dueOutput } from "../lookups/gate/dueOutput.ts";
import type { Gate } from "../lookups/gate/gate.ts";
import { refusalToDelete } from "../lookups/gate/refusalToDelete.ts";
import { checkFailures, withoutSecrets } from "./checkFailures.ts";
import { findGate } from "./findGate.ts";
import { passGate } from "./passGate.ts";
import type { PropertyBag } from "./propertyBag.ts";
import { readProperties, writeProperties } from "./propertyBag.ts";
import type { ProviderState } from "./providerState.ts";

const NOT_READ =
  "A gate is evaluated where it is made: it cannot be read (get, id) or imported. Make it, with its arguments.";

/** The life cycle of a gate. Create and update evaluate, in preview too; an error from them is the refusal. */
export function gateResources(state: ProviderState) {
  function check(request: pb.CheckRequest): pb.CheckResponse {
    const response = new providerProto.CheckResponse();
    response.setInputs(request.getNews());
    const given = readProperties(request.getNews());
    try {
      findGate(request.getUrn()).check(given.values, given.unknown);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      response.setFailuresList(checkFailures(error.failures, given));
    }
    return response;
  }

  async function create(request: pb.CreateRequest): Promise<pb.CreateResponse> {
    const response = new providerProto.CreateResponse();
    const given = readProperties(request.getProperties());
    const outputs = await passGate(state, request, given);
    // Without an ID a preview shows that it is not known yet: up may make another one of what it knows then.
    if (given.unknown.size === 0 || !request.getPreview()) {
      response.setId(given.secret.size > 0 ? "gate" : idOf(findGate(request.getUrn()), given.values));
    }
    response.setProperties(stateOf(request.getProperties(), given, outputs));
    return response;
  }

  async function update(request: pb.UpdateRequest): Promise<pb.UpdateResponse> {
    const response = new providerProto.UpdateResponse();
    const given = readProperties(request.getNews());
    const outputs = await passGate(state, request, given);
    response.setProperties(stateOf(request.getNews(), given, outputs));
    return response;
  }

  /** Is not told the phase, so it never refuses: it answers "changed" and leaves the refusal to update. */
  async function diff(request: pb.DiffRequest): Promise<pb.DiffResponse> {
    const response = new providerProto.DiffResponse();
    const { DIFF_NONE, DIFF_SOME } = providerProto.DiffResponse.DiffChanges;
    const news = readProperties(request.getNews());
    const changed = changedInputs(readProperties(request.getOldInputs()), news);
    const deployed = { recorded: readProperties(request.getOlds()).values, values: news.values };
    const urn = request.getUrn();
    const due =
      changed.length > 0 ? undefined : await dueOutput(findGate(urn), deployed, (work) => work(state.session(urn)));
    const changes = due === undefined ? changed : [due];
    response.setChanges(changes.length === 0 ? DIFF_NONE : DIFF_SOME);
    response.setDiffsList(changes);
    return response;
  }

  /** Tells a verdict that is no longer a pass, and drops nothing: not the gate, and no record for want of an answer. */
  async function read(request: pb.ReadRequest): Promise<pb.ReadResponse> {
    const response = new providerProto.ReadResponse();
    response.setId(request.getId());
    response.setInputs(request.getInputs());
    response.setProperties(request.getProperties());
    const [recorded, inputs] = [readProperties(request.getProperties()), readProperties(request.getInputs())];
    const gate = findGate(request.getUrn());
    // Of what is read by an ID or imported, inputs and state are whatever the program says they are.
    if (recorded.values.verdict === undefined || "verdict" in inputs.values) throw new Error(NOT_READ);
    if (recorded.values.verdict !== "pass") return response;
    try {
      if (gate.controls(inputs.values).recheck === "untilPassed") return response;
      const assessment = await judgeAgain(request.getUrn(), gate, inputs);
      if (assessment.verdict === "pass" || assessment.verdict === "unknown") return response;
      response.setProperties(stateOf(request.getInputs(), inputs, gate.record(assessment)));
    } catch (error) {
      // Words of another version: the gate stays as it is, and the next deployment says what is wrong with them.
      if (!(error instanceof InputError)) throw error;
    }
    return response;
  }

  async function remove(request: pb.DeleteRequest) {
    const gate = findGate(request.getUrn());
    const inputs = inputsBefore(gate, readProperties(request.getOldInputs()), request.getProperties());
    const refusal = await refusalToDelete(inputs, () => judgeAgain(request.getUrn(), gate, inputs));
    if (refusal !== undefined) throw new Error(refusal);
    return new emptyProto.Empty();
  }

  /** @throws InputError for recorded inputs that this version cannot read. */
  async function judgeAgain(urn: string, gate: Gate, inputs: PropertyBag): Promise<Assessment> {
    try {
      return await gate.judge(state.session(urn), inputs.values);
    } catch (error) {
      throw error instanceof InputError ? new InputError(withoutSecrets(error.failures, inputs)) : error;
    }
  }

  return { check, create, update, diff, read, delete: remove };
}

/** Inputs as they came, secrets wrapped; and what a secret led to is secret. */
function stateOf(given: Struct | undefined, { secret }: PropertyBag, outputs: JsonObject): Struct {
  const told = (name: string) => secret.size > 0 && name in outputs && name !== "verdict";
  return writeProperties({ ...given?.toJavaScript(), ...outputs }, told);
}

/** The inputs of before. Without them the outputs must do, less those that only bear the name of an input. */
function inputsBefore({ inputs, outputs }: Gate, oldInputs: PropertyBag, recorded: Struct | undefined): PropertyBag {
  if (Object.keys(oldInputs.values).length + oldInputs.unknown.size > 0) return oldInputs;
  const { values, ...rest } = readProperties(recorded);
  const own = Object.entries(values).filter(([name]) => name in inputs.shape && !(name in outputs.shape));
  return { ...rest, values: Object.fromEntries(own) };
}

/** An ID need not be unique; it is there to be read. */
function idOf({ operation }: Gate, given: JsonObject): string {
  const parts = operation.subject.flatMap((name) => [given[name], given[`${name}s`]].flat());
  return parts.filter((part) => typeof part === "string").join(",") || "gate";
}

function changedInputs(before: PropertyBag, news: PropertyBag): string[] {
  const names = new Set([...Object.keys(before.values), ...Object.keys(news.values)]);
  const changed = [...names].filter(
    (name) => JSON.stringify(before.values[name]) !== JSON.stringify(news.values[name]),
  );
  return [...new Set([...changed, ...news.unknown])];
}
