import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import { validate } from "../core/validate.ts";
import type { LookupFunction } from "../lookups/lookupFunction.ts";
import { dynamicInputsOf, plainObjectOrEmpty, sameValue } from "./dynamicInputsOf.ts";
import type { StackConfig } from "./withStackSession.ts";
import { withStackSession } from "./withStackSession.ts";

/** A lookup in the shape of a dynamic provider's methods. */
export function dynamicLookup(lookup: LookupFunction, config: StackConfig) {
  const { operation, inputs, outputs } = lookup;

  async function read(properties: unknown): Promise<{ id: string; outs: JsonObject }> {
    const { values: args, unknown } = dynamicInputsOf(properties, inputs, outputs);
    // An argument left out is another question.
    if (unknown.size > 0) {
      throw new InputError([...unknown].map((property) => ({ property, reason: "is still unknown in pulumi up" })));
    }
    const result = await withStackSession(config, (session) => lookup.run(session, args));
    return { id: String(result[operation.identity.field]), outs: { ...args, ...result } };
  }

  return {
    /** Runs in preview too: wrong arguments stop it there. */
    check(_olds: unknown, news: unknown) {
      const { values, unknown } = dynamicInputsOf(news, inputs, outputs);
      try {
        if (unknown.size === 0) validate(inputs, values);
        return { inputs: news, failures: [] };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return { inputs: news, failures: error.failures };
      }
    },
    /** Looks again on every run, in preview as well: the recorded answer must not pass for the present one. */
    async diff(_id: string, olds: unknown, news: unknown) {
      // Without an answer there is nothing to compare yet.
      if (dynamicInputsOf(news, inputs, outputs).unknown.size > 0) return { changes: true };
      const { outs } = await read(news);
      const recorded = plainObjectOrEmpty(olds);
      // What has vanished from the answer is a change, too.
      const keys = new Set([...Object.keys(outs), ...Object.keys(outputs.shape)]);
      return { changes: [...keys].some((key) => !sameValue(outs[key], recorded[key])) };
    },
    create: read,
    update: (_id: string, _olds: unknown, news: unknown) => read(news),
  };
}
