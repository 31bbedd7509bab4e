/** Where a Pulumi engine is, or why there is none. */
export type Engine =
  | { readonly folder: string; readonly missing?: never }
  | { readonly folder?: never; readonly missing: string };
