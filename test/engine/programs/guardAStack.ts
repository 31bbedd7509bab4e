let runs = 0;

/** The example as it is; evaluated anew for every run of the engine, as the CLI does. */
export async function program(): Promise<Record<string, unknown>> {
  runs += 1;
  const outputs: Record<string, unknown> = await import(`../../../examples/guard-a-stack/index.ts?run=${runs}`);
  return { ...outputs };
}
