let runs = 0;

/** The example named in EXAMPLE, as it is; evaluated anew for every run of the engine, as the CLI does. */
export async function program(): Promise<Record<string, unknown>> {
  runs += 1;
  const file = new URL(`../../../examples/${process.env.EXAMPLE}/index.ts?run=${runs}`, import.meta.url);
  const outputs: Record<string, unknown> = await import(file.href);
  return { ...outputs };
}
