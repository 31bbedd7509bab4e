import { AsyncLocalStorage } from "node:async_hooks";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { hideValues } from "../core/hideValues.ts";
import type { Json } from "../core/json.ts";
import { readProperties } from "./propertyBag.ts";

/** Where a request of the engine has what a program gave. */
interface GivenInputs {
  readonly getArgs?: () => Struct | undefined;
  readonly getNews?: () => Struct | undefined;
  readonly getInputs?: () => Struct | undefined;
  readonly getOldInputs?: () => Struct | undefined;
  readonly getProperties?: () => Struct | undefined;
}

type Hide = (text: string) => string;

/** A shorter value is hidden where it stands alone, and not within other words: the text must still say what is wrong. */
const ALONE = 8;
/** As short as the words that any sentence is made of. */
const MAX_WORD = 3;

const hiding = new AsyncLocalStorage<Hide>();

/** Does the work of a request; until it ends, `withoutSecretInputs` knows what came as a secret with it. */
export function hidingSecretInputs<Result>(hide: Hide, work: () => Result): Result {
  return hiding.run(hide, work);
}

/** The text as it may be printed: what came as a secret with the request at hand is not in it, in any form. */
export function withoutSecretInputs(text: string): string {
  return hiding.getStore()?.(text) ?? text;
}

/** Takes out of a text whatever came as a secret with this request. */
export function secretInputsOf(request: unknown): Hide {
  if (!isGiven(request)) return (text) => text;
  const { getInputs, getProperties } = request;
  // What a state holds beside its inputs is secret too, but only because of them, and holds common words.
  const structs = [
    request.getArgs?.(),
    request.getNews?.(),
    request.getOldInputs?.(),
    getInputs ? getInputs.call(request) : getProperties?.call(request),
  ];
  const values = structs.flatMap((struct) => {
    const { secret, values } = readProperties(struct);
    return [...secret].flatMap((name) => (Object.hasOwn(values, name) ? textsIn(values[name] ?? null) : []));
  });
  return hideValues([...new Set(values)], { mark: "[secret]", alone: ALONE });
}

function isGiven(request: unknown): request is GivenInputs {
  return typeof request === "object" && request !== null;
}

/** Of a list or an object, everything. A number of few digits and a short plain word stand in any text by chance. */
function textsIn(value: Json): string[] {
  if (typeof value === "number") return textsIn(String(value)).filter((text) => text.length > MAX_WORD);
  if (typeof value === "string") return value.length <= MAX_WORD && /^[a-z]*$/i.test(value) ? [] : [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
