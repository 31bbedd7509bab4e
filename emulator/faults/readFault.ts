import { z } from "zod";
import { type NumberedFault, numberedFaultSchema } from "./catalogue/numberedFault.ts";
import type { Fault } from "./fault.ts";
import { faultKinds } from "./faultKinds.ts";

/** A fault as it arrives from outside. @throws z.ZodError for one that is not written so. */
export function readFault(json: unknown): Fault | NumberedFault {
  const { kind } = z.looseObject({ kind: z.string() }).parse(json);
  if (kind === "case") return numberedFaultSchema.parse(json);
  if (isFaultKind(kind)) return faultKinds[kind].schema.parse(json);
  throw new Error(`"${kind}" is no kind of fault. There are ${["case", ...Object.keys(faultKinds)].join(", ")}.`);
}

function isFaultKind(kind: string): kind is Fault["kind"] {
  return Object.hasOwn(faultKinds, kind);
}
