import type { Json, JsonObject } from "./json.ts";

/** Records whose names begin with the same ones of the list. */
interface Kind {
  /** By the place in the list of the next name. */
  readonly next: Kind[];
  /** A record of this kind without values. */
  blank: JsonObject | undefined;
}

/** Replies have a few kinds of rows. Only one that wants to waste memory has more. */
const MOST_KINDS = 10_000;

/**
 * Makes objects that have some of these names, in their order. Each begins as a copy of an empty one with just its names:
 * one that is built name by name becomes a hash table in V8, which takes seven times the memory and twice the time.
 */
export function recordMaker(names: readonly string[]): (values: readonly (Json | undefined)[]) => Record<string, Json> {
  let root: Kind = { next: [], blank: undefined };
  let kinds = 0;

  function kindOf(values: readonly (Json | undefined)[]): Kind {
    let kind = root;
    for (let place = 0; place < names.length; place++) {
      if (values[place] === undefined) continue;
      let next = kind.next[place];
      if (next === undefined) {
        next = { next: [], blank: undefined };
        kind.next[place] = next;
        kinds++;
      }
      kind = next;
    }
    if (kinds > MOST_KINDS) {
      root = { next: [], blank: undefined };
      kinds = 0;
    }
    return kind;
  }

  return (values) => {
    const kind = kindOf(values);
    kind.blank ??= {
      ...Object.fromEntries(names.flatMap((name, place) => (values[place] === undefined ? [] : [[name, null]]))),
    };
    const record: Record<string, Json> = { ...kind.blank };
    for (let place = 0; place < names.length; place++) {
      const [name, value] = [names[place], values[place]];
      if (name !== undefined && value !== undefined) record[name] = value;
    }
    return record;
  };
}
