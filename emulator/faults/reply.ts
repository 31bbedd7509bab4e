/** What goes over the wire, and how. */
export interface Reply {
  readonly status: number;
  /** `undefined`: not sent, even where another part would. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string | Uint8Array;
  /** Default: whole and at once. */
  readonly delivery?: Delivery;
}

export type Delivery =
  | {
      readonly how:
        | "short"
        | "thenClosed"
        | "resetBeforeHeaders"
        | "resetMidBody"
        | "stallBeforeHeaders"
        | "stallMidBody";
    }
  | { readonly how: "delay"; readonly ms: number; readonly when: "beforeHeaders" | "midBody" }
  | { readonly how: "drip"; readonly bytes: number; readonly everyMs: number }
  | { readonly how: "padded"; readonly bytes: number };

export const JSON_TYPE = "application/json;charset=utf-8";
export const XML_TYPE = "text/xml;charset=utf-8";
