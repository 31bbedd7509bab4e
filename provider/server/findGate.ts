import { nearestWord } from "../core/nearestWord.ts";
import type { Gate } from "../gates/gate.ts";
import { gates } from "../gates/gates.ts";
import { tokenOf } from "./packageInfo.ts";

const byToken = new Map(gates.map((gate) => [tokenOf(gate.operation.api.module, gate.name), gate]));

/** The gate that a URN names. */
export function findGate(urn: string): Gate {
  const type = urn.split("::")[2]?.split("$").at(-1) ?? "";
  const gate = byToken.get(type);
  if (gate) return gate;
  const nearest = nearestWord(type, [...byToken.keys()]);
  throw new Error(`There is no resource ${type}: ${nearest ? `did you mean ${nearest}?` : "functions only read"}`);
}
