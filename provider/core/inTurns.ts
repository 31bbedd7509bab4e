import { setImmediate as nextTurn } from "node:timers/promises";

/** A few milliseconds' worth of rows. */
export const ROWS_IN_A_TURN = 256;

/** Like `map`. A long list is gone through in pieces, and between them other calls have their turn. */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    if (results.length > 0 && results.length % ROWS_IN_A_TURN === 0) await nextTurn();
    results.push(map(item));
  }
  return results;
}

/** Other calls have their turn after work on a list that took longer than its pieces do. */
export async function yieldAfterLongList(list: readonly unknown[]): Promise<void> {
  if (list.length > ROWS_IN_A_TURN) await nextTurn();
}

/**
 * Gives each call a turn of its own, in their order. Work that becomes due at the same moment would otherwise be done in one
 * stretch, and what arrives meanwhile wait for all of it.
 */
export function separateTurns(): () => Promise<void> {
  let previous = Promise.resolve();
  return () => {
    previous = previous.then(() => nextTurn());
    return previous;
  };
}

export { nextTurn };
