import type { CaseVariant } from "./catalogue/CatalogueCase.ts";
import { faultCatalogue } from "./catalogue/faultCatalogue.ts";
import type { NumberedFault } from "./catalogue/numberedFault.ts";
import { wirePlaces } from "./catalogue/WirePlaces.ts";
import type { FaultRule } from "./FaultRules.ts";
import type { Fault } from "./fault.ts";
import { faultKinds } from "./faultKinds.ts";

/** A fault as a rule. @throws Error for one that is not written so, or for a number that the catalogue does not have. */
export function ruleOf(fault: Fault | NumberedFault): FaultRule {
  if (fault.kind === "case") return caseRule(fault);
  const effect = faultKinds[fault.kind].effectOf(fault);
  return { name: fault.kind, scope: fault, effectOf: () => effect };
}

function caseRule(fault: NumberedFault): FaultRule {
  const variant = variantOf(fault);
  // What the user says of the scope goes before what belongs to the case.
  const { kind: _, number, variant: name, ...scope } = fault;
  if ("at" in variant) {
    const effectOf: FaultRule["effectOf"] = (operation) => {
      const made = variant.at(wirePlaces(operation));
      return made && faultKinds[made.kind].effectOf(made);
    };
    return { name: number, scope, effectOf };
  }
  const effect = faultKinds[variant.kind].effectOf(variant);
  return { name: number, scope: { ...variant, ...scope }, effectOf: () => effect };
}

function variantOf({ number, variant }: NumberedFault): CaseVariant {
  const numbered = faultCatalogue.find((each) => each.number === number);
  if (numbered === undefined) throw new Error(`The catalogue has no ${number}.`);
  const names = Object.keys(numbered.variants);
  const name = variant ?? names[0] ?? "";
  const chosen = names.includes(name) ? numbered.variants[name] : undefined;
  if (chosen) return chosen;
  throw new Error(`${number} has no variant ${name}. It has ${names.join(", ")}.`);
}
