import { AsyncLocalStorage } from "node:async_hooks";

type Hide = (text: string) => string;

const atHand = new AsyncLocalStorage<Hide>();

/** While this work goes on, `applyCurrentHide` takes out of a text what must not be shown because of it: a secret input. */
export function hidingDuring<Result>(hide: Hide, work: () => Result): Result {
  return atHand.run(hide, work);
}

export function applyCurrentHide(text: string): string {
  return atHand.getStore()?.(text) ?? text;
}
