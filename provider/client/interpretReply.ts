import type { Json, JsonObject } from "../core/json.ts";
import { isBlank } from "../core/json.ts";

/** A reply that counts as an answer, or the refusal that it is. */
export type Interpretation =
  | {
      readonly ok: true;
      /** An error code beside `Success: true`. Then the reply counts as a success only if it has rows. */
      readonly codeDespiteSuccess?: string;
    }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** `Success` decides when present. `Code` and `ErrCode` only otherwise: successful DBS replies carry codes too. */
export function interpretReply(body: JsonObject, status: number | undefined): Interpretation {
  const code = errorCode(body);
  const message = text(body.Message ?? body.ErrMessage ?? body.message);
  const success = readSuccess(body.Success ?? body.success);
  const statusOk = status === undefined || (status >= 200 && status < 300);
  if (success === false || (success === undefined && code !== undefined)) {
    return { ok: false, code: code ?? "Unsuccessful", message };
  }
  if (!statusOk) return { ok: false, code: code ?? `HTTP ${status}`, message };
  return code === undefined ? { ok: true } : { ok: true, codeDespiteSuccess: code };
}

function errorCode(body: JsonObject): string | undefined {
  const codes = [body.Code, body.ErrCode, body.code].map(text);
  return codes.find((code) => code !== "" && !/^(success|ok|200|0)$/i.test(code));
}

/** Undefined when the reply has none. What is there and is not "true" is not success. */
function readSuccess(value: Json | undefined): boolean | undefined {
  if (isBlank(value)) return undefined;
  return /^\s*(true|1)\s*$/i.test(text(value));
}

function text(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
