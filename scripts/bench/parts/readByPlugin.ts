import { countRows } from "../plugin/countRows.ts";
import type { PluginUnderTest } from "../plugin/PluginUnderTest.ts";

/** A list that is to be read whole. */
export interface ListTask {
  readonly instanceId: string;
  readonly count: number;
}

/** Reads it through the plugin. The first reply is counted; each later one has to have just as many bytes. */
export function readByPlugin(plugin: PluginUnderTest, { instanceId, count }: ListTask): () => Promise<void> {
  let length: number | undefined;
  return async () => {
    const reply = await plugin.list(instanceId);
    if (length === undefined) expectEqual(`rows of ${instanceId}`, countRows(reply, instanceId), count);
    else expectEqual(`bytes of ${instanceId}`, reply.length, length);
    length = reply.length;
  };
}

function expectEqual(what: string, value: number, expected: number): void {
  if (value !== expected) throw new Error(`The plugin answered ${value} ${what}; there are ${expected}.`);
}
