import type * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import emptyProto from "google-protobuf/google/protobuf/empty_pb.js";
import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import { suggest } from "../core/suggest.ts";
import type { Gate, Phase } from "../lookups/gate.ts";
import { gates } from "../lookups/gates.ts";
import { checkFailures } from "./checkFailures.ts";
import { token } from "./packageInfo.ts";
import type { PropertyBag } from "./propertyBag.ts";
import { readProperties, UNKNOWN, writeProperties } from "./propertyBag.ts";
import type { ProviderState } from "./providerState.ts";

const byToken = new Map(gates.map((gate) => [token(gate.operation.module, gate.name), gate]));

/** The life cycle of a gate. Create and update evaluate, in preview too; an error from them is the refusal. */
export function gateResources(state: ProviderState) {
  function check(request: pb.CheckRequest): pb.CheckResponse {
    const response = new providerProto.CheckResponse();
    response.setInputs(request.getNews());
    const given = readProperties(request.getNews());
    try {
      gateOf(request.getUrn()).check(given.values, given.unknown);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      response.setFailuresList(checkFailures(error.failures, given));
    }
    return response;
  }

  async function create(request: pb.CreateRequest): Promise<pb.CreateResponse> {
    const response = new providerProto.CreateResponse();
    const given = readProperties(request.getProperties());
    const gate = gateOf(request.getUrn());
    const outputs = await pass(gate, given, request.getPreview() ? "preview" : "up", request.getUrn());
    response.setId(String(given.values[gate.operation.subject[0]] ?? ""));
    response.setProperties(writeProperties({ ...request.getProperties()?.toJavaScript(), ...outputs }));
    return response;
  }

  async function update(request: pb.UpdateRequest): Promise<pb.UpdateResponse> {
    const response = new providerProto.UpdateResponse();
    const given = readProperties(request.getNews());
    const phase = request.getPreview() ? "preview" : "up";
    const outputs = await pass(gateOf(request.getUrn()), given, phase, request.getUrn());
    response.setProperties(writeProperties({ ...request.getNews()?.toJavaScript(), ...outputs }));
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
    const before = readProperties(request.getOldInputs());
    const recorded = readProperties(request.getOlds()).values;
    const changed = changedInputs(before, news);
    const unmoved = changed.length === 0 && (await stands(request.getUrn(), recorded, news.values));
    response.setChanges(unmoved ? DIFF_NONE : DIFF_SOME);
    response.setDiffsList(unmoved || changed.length > 0 ? changed : ["verdict"]);
    return response;
  }

  /** Refresh keeps what was recorded: a gate is never dropped because something could not be read. */
  function read(request: pb.ReadRequest): pb.ReadResponse {
    const response = new providerProto.ReadResponse();
    response.setId(request.getId());
    response.setInputs(request.getInputs());
    response.setProperties(request.getProperties());
    return response;
  }

  /** Whether what was recorded is still so. A gate that is off asks nothing. */
  async function stands(urn: string, recorded: JsonObject, given: JsonObject): Promise<boolean> {
    if (given.enforcement === "off") return recorded.verdict === "off";
    if (recorded.verdict !== "pass") return false;
    try {
      const outcome = await gateOf(urn).evaluate(state.session(urn), { ...given, enforcement: "warn" }, "up");
      return outcome.outputs.verdict === "pass";
    } catch (error) {
      if (error instanceof InputError) return false;
      throw error;
    }
  }

  async function pass(gate: Gate, given: PropertyBag, phase: Phase, urn: string): Promise<JsonObject> {
    if (given.unknown.size > 0) return notEvaluated(gate, given, phase, urn);
    const outcome = await gate.evaluate(state.session(urn), given.values, phase);
    if (!outcome.open) throw new Error(outcome.report);
    if (outcome.warning) state.log("warning", outcome.report, urn);
    return outcome.outputs;
  }

  /** Only a preview may go on without an answer, and then nothing that the gate would tell is known. */
  function notEvaluated(gate: Gate, { unknown }: PropertyBag, phase: Phase, urn: string): JsonObject {
    const why = `${[...unknown].join(", ")} will be known in pulumi up only`;
    if (phase === "up") throw new Error(`The gate cannot be evaluated: ${why}.`);
    state.log("info", `The gate was not evaluated in this preview: ${why}. It will be evaluated in pulumi up.`, urn);
    return Object.fromEntries(Object.keys(gate.outputs.shape).map((name) => [name, UNKNOWN]));
  }

  return { check, create, update, diff, read, delete: () => new emptyProto.Empty() };
}

function changedInputs(before: PropertyBag, news: PropertyBag): string[] {
  const names = new Set([...Object.keys(before.values), ...Object.keys(news.values)]);
  const changed = [...names].filter(
    (name) => JSON.stringify(before.values[name]) !== JSON.stringify(news.values[name]),
  );
  return [...new Set([...changed, ...news.unknown])];
}

function gateOf(urn: string): Gate {
  const type = urn.split("::")[2]?.split("$").at(-1) ?? "";
  const gate = byToken.get(type);
  if (gate) return gate;
  const nearest = suggest(type, [...byToken.keys()]);
  throw new Error(`There is no resource ${type}: ${nearest ? `did you mean ${nearest}?` : "functions only read"}`);
}
