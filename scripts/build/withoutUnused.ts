/** What stands in for modules of zod that nobody needs, by the end of their path. */
const replaced = new Map([
  // Messages in some fifty languages, as ours are English, which it has apart.
  ["/zod/v4/locales/index.js", "export {};"],
  // Schemas from JSON Schema.
  ["/zod/v4/classic/from-json-schema.js", "export const fromJSONSchema = undefined;"],
]);

/** The code that stands in for a module; undefined for one that is kept. */
export function withoutUnused(path: string): string | undefined {
  const plain = path.replaceAll("\\", "/");
  return [...replaced].find(([end]) => plain.endsWith(end))?.[1];
}
