import { z } from "zod";
import type { Json } from "../../../provider/core/json.ts";
import { editJson } from "../editJson.ts";
import { defineFaultKind } from "../FaultKind.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

export interface EditFault extends FaultScope {
  readonly kind: "edit";
  /** Made in this order. */
  readonly edits: readonly ReplyEdit[];
}

/** Sets one place of the JSON. Without `value` and `json` the place is taken away. */
export interface ReplyEdit {
  /** Keys and indices from the outside in, with dots between; `*` is every element. `Items.Backup.0.BackupId`. Empty: all. */
  readonly at: string;
  readonly value?: Json | undefined;
  /** A value as it is written in JSON, for what no JavaScript value is written as: `12345678901234567890`. */
  readonly json?: string | undefined;
}

/** Changes in the JSON of the true reply. */
export const editFaultKind = defineFaultKind<EditFault>(
  z.strictObject({
    ...faultScopeShape,
    kind: z.literal("edit"),
    edits: z.array(z.strictObject({ at: z.string(), value: z.json().optional(), json: z.string().optional() })).min(1),
  }),
  ({ edits }) => {
    // A text that stands for a literal until the JSON is written; no service sends such a one.
    const literals = edits.map(({ json }, index) => ({ mark: `\u0001literal ${index}\u0001`, json }));
    return {
      rewrite: (body) =>
        edits.reduce<Json>(
          (edited, { at, value }, index) =>
            editJson(
              edited,
              at === "" ? [] : at.split("."),
              literals[index]?.json === undefined ? value : literals[index].mark,
            ),
          body,
        ),
      rewriteText: (text) =>
        literals.reduce(
          (written, { mark, json }) =>
            json === undefined ? written : written.replaceAll(JSON.stringify(mark), () => json),
          text,
        ),
    };
  },
);
