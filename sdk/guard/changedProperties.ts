import * as pulumi from "@pulumi/pulumi";

/** The top-level inputs in which an update differs from what was deployed; secrets and unknown values compared too. */
export async function changedProperties({ oldInputs, newInputs }: pulumi.ResourceHookArgs): Promise<string[]> {
  const names = new Set([...Object.keys(oldInputs ?? {}), ...Object.keys(newInputs ?? {})]);
  const compared = await Promise.all(
    [...names].map(async (name) => {
      const [before, after] = await Promise.all([serialize(oldInputs?.[name]), serialize(newInputs?.[name])]);
      return before === after ? [] : [name];
    }),
  );
  // `__defaults` and the like are a bridged provider's bookkeeping, and no change of the program's.
  return compared.flat().filter((name) => !name.startsWith("__"));
}

/** Serialized as for the engine: a secret reaches a hook as an Output, which cannot be compared directly. */
async function serialize(value: unknown): Promise<string> {
  return JSON.stringify(await pulumi.runtime.serializeProperty("guard", value, new Set())) ?? "undefined";
}
