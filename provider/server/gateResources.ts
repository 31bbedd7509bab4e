import type * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import emptyProto from "google-protobuf/google/protobuf/empty_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import { DESTROY_ADVICE } from "../lookups/gate/destroyAdvice.ts";
import type { Gate } from "../lookups/gate/gate.ts";
import { withNote } from "../lookups/gate/withNote.ts";
import { checkFailures } from "./checkFailures.ts";
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
    response.setId(given.secret.size > 0 ? "gate" : idOf(findGate(request.getUrn()), given.values));
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

  /**
   * Is not told the phase, so it never refuses: it answers "changed" and leaves the refusal to update. A gate that
   * still passes is not a change, whichever backup lets it pass now.
   */
  async function diff(request: pb.DiffRequest): Promise<pb.DiffResponse> {
    const response = new providerProto.DiffResponse();
    const { DIFF_NONE, DIFF_SOME } = providerProto.DiffResponse.DiffChanges;
    const news = readProperties(request.getNews());
    const changed = changedInputs(readProperties(request.getOldInputs()), news);
    const recorded = readProperties(request.getOlds()).values;
    const unmoved = changed.length === 0 && (await stands(request.getUrn(), recorded, news.values));
    response.setChanges(unmoved ? DIFF_NONE : DIFF_SOME);
    response.setDiffsList(unmoved || changed.length > 0 ? changed : ["verdict"]);
    return response;
  }

  /** Whether what was recorded is still so. A gate that is off asks nothing; one that is off in up alone must, for preview. */
  async function stands(urn: string, recorded: JsonObject, given: JsonObject): Promise<boolean> {
    const gate = findGate(urn);
    const { enforcement, previewEnforcement = enforcement, recheck, track } = gate.controls(given);
    const judge = () => gate.judge(state.session(urn), given);
    if (enforcement === "off") {
      if (recorded.verdict !== "off" || previewEnforcement === "off") return recorded.verdict === "off";
      return (await judge()).verdict === "pass";
    }
    if (recorded.verdict !== "pass") return false;
    if (recheck === "untilPassed" && track !== "newest") return true;
    const assessment = await judge();
    const { identity } = gate.operation;
    return assessment.verdict === "pass" && (track !== "newest" || assessment.best?.id === recorded[identity]);
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
    if (recorded.values.verdict !== "pass" || gate.controls(inputs.values).recheck === "untilPassed") return response;
    const assessment = await gate.judge(state.session(request.getUrn()), inputs.values);
    if (assessment.verdict === "pass" || assessment.verdict === "unknown") return response;
    response.setProperties(stateOf(request.getInputs(), inputs, gate.record(assessment)));
    return response;
  }

  async function remove(request: pb.DeleteRequest) {
    const gate = findGate(request.getUrn());
    const given = givenBefore(gate, readProperties(request.getOldInputs()).values, request.getProperties());
    if (gate.controls(given).denyDestroy === true) {
      const assessment = await gate.judge(state.session(request.getUrn()), given);
      if (assessment.verdict !== "pass") throw new Error(withNote(assessment.report, DESTROY_ADVICE));
    }
    return new emptyProto.Empty();
  }

  return { check, create, update, diff, read, delete: remove };
}

/** Inputs as they came, secrets wrapped; and what a secret led to is secret. */
function stateOf(given: Struct | undefined, { secret }: PropertyBag, outputs: JsonObject): Struct {
  const told = (name: string) => secret.size > 0 && name in outputs && name !== "verdict";
  return writeProperties({ ...given?.toJavaScript(), ...outputs }, told);
}

/** The inputs of before. Without them the outputs must do, less those that only bear the name of an input. */
function givenBefore({ inputs, outputs }: Gate, oldInputs: JsonObject, recorded: Struct | undefined): JsonObject {
  if (Object.keys(oldInputs).length > 0) return oldInputs;
  const { values } = readProperties(recorded);
  const told = Object.entries(values).filter(([name]) => name in inputs.shape && !(name in outputs.shape));
  return Object.fromEntries(told);
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
