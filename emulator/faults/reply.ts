/** What goes over the wire, and how. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Default: whole and at once. */
  readonly delivery?: Delivery;
}

export type Delivery =
  | { readonly how: "short" | "resetBeforeHeaders" | "resetMidBody" | "stallBeforeHeaders" | "stallMidBody" }
  | { readonly how: "drip"; readonly bytes: number; readonly everyMs: number };

export const JSON_TYPE = "application/json;charset=utf-8";
