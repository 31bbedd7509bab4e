import type * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import emptyProto from "google-protobuf/google/protobuf/empty_pb.js";
import { InputError } from "../core/errors/InputError.ts";
import { deletionRefusal } from "../gates/deletionRefusal.ts";
import { deployedInputsOrProperties } from "../gates/deployedInputsOrProperties.ts";
import { gateDiffs } from "../gates/gateDiffs.ts";
import { recordOfLostPass } from "../gates/recordOfLostPass.ts";
import { findGate } from "./findGate.ts";
import { gateId, gateProperties } from "./gateProperties.ts";
import { gateSessionRunner } from "./gateSessionRunner.ts";
import { readPropertyBag } from "./propertyBag.ts";
import type { ProviderState } from "./providerState.ts";
import { runGate } from "./runGate.ts";
import { toCheckFailures } from "./toCheckFailures.ts";

const NOT_READ =
  "A gate is evaluated where it is made: it cannot be read (get, id) or imported. Make it, with its arguments.";

/** The RPCs of a gate. What a gate does stands in `provider/gates`; here its requests and responses are translated. */
export function gateHandlers(state: ProviderState) {
  function check(request: pb.CheckRequest): pb.CheckResponse {
    const response = new providerProto.CheckResponse();
    response.setInputs(request.getNews());
    const inputs = readPropertyBag(request.getNews());
    try {
      findGate(request.getUrn()).check(inputs);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      response.setFailuresList(toCheckFailures(error.failures, inputs));
    }
    return response;
  }

  async function create(request: pb.CreateRequest, signal: AbortSignal): Promise<pb.CreateResponse> {
    const response = new providerProto.CreateResponse();
    const inputs = readPropertyBag(request.getProperties());
    const outputs = await runGate(state, request, { inputs, properties: undefined }, signal);
    // Without an ID a preview shows that it is not known yet: up may make another one of what it knows then.
    if (inputs.unknown.size === 0 || !request.getPreview()) response.setId(gateId(findGate(request.getUrn()), inputs));
    response.setProperties(gateProperties(request.getProperties(), inputs, outputs));
    return response;
  }

  async function update(request: pb.UpdateRequest, signal: AbortSignal): Promise<pb.UpdateResponse> {
    const response = new providerProto.UpdateResponse();
    const inputs = readPropertyBag(request.getNews());
    const properties = readPropertyBag(request.getOlds()).values;
    const outputs = await runGate(state, request, { inputs, properties }, signal);
    response.setProperties(gateProperties(request.getNews(), inputs, outputs));
    return response;
  }

  /** Answers "changed" where an evaluation is due, and leaves the refusal to update, which is told the phase. */
  async function diff(request: pb.DiffRequest, signal: AbortSignal): Promise<pb.DiffResponse> {
    const response = new providerProto.DiffResponse();
    const { DIFF_NONE, DIFF_SOME } = providerProto.DiffResponse.DiffChanges;
    const inputs = readPropertyBag(request.getNews());
    const record = readPropertyBag(request.getOlds()).values;
    const oldInputs = readPropertyBag(request.getOldInputs()).values;
    const urn = request.getUrn();
    const changes = await gateDiffs(
      findGate(urn),
      { record, oldInputs, inputs },
      gateSessionRunner(state, urn, inputs, signal),
    );
    response.setChanges(changes.length === 0 ? DIFF_NONE : DIFF_SOME);
    response.setDiffsList([...changes]);
    return response;
  }

  /** A refresh drops nothing: not the gate, and no record for want of an answer. */
  async function read(request: pb.ReadRequest, signal: AbortSignal): Promise<pb.ReadResponse> {
    const response = new providerProto.ReadResponse();
    response.setId(request.getId());
    response.setInputs(request.getInputs());
    response.setProperties(request.getProperties());
    const record = readPropertyBag(request.getProperties()).values;
    const inputs = readPropertyBag(request.getInputs());
    const urn = request.getUrn();
    const gate = findGate(urn);
    // Of what is read by an ID or imported, inputs and state are whatever the program says they are.
    if (record.verdict === undefined || "verdict" in inputs.values) throw new Error(NOT_READ);
    const newRecord = await recordOfLostPass(gate, record, inputs, gateSessionRunner(state, urn, inputs, signal));
    if (newRecord !== undefined) response.setProperties(gateProperties(request.getInputs(), inputs, newRecord));
    return response;
  }

  async function remove(request: pb.DeleteRequest, signal: AbortSignal) {
    const urn = request.getUrn();
    const gate = findGate(urn);
    const properties = readPropertyBag(request.getProperties());
    const inputs = deployedInputsOrProperties(gate, readPropertyBag(request.getOldInputs()), properties);
    const refusal = await deletionRefusal(
      gate,
      { inputs, properties: properties.values },
      gateSessionRunner(state, urn, inputs, signal),
    );
    if (refusal !== undefined) throw new Error(refusal);
    return new emptyProto.Empty();
  }

  return { check, create, update, diff, read, delete: remove };
}
