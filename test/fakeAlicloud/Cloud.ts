import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

const properties = z.record(z.string(), z.json());
const call = z.object({ method: z.enum(["create", "update", "delete"]), id: z.string(), name: z.string() });
const content = z.object({
  /** What exists, by ID. */
  resources: z.record(z.string(), properties),
  /** Every call that changed something, in order. */
  calls: z.array(call),
});

type Properties = z.output<typeof properties>;
export type CloudCall = z.output<typeof call>;

/** The instances and databases that "exist" at Alibaba Cloud, in a file that outlives the plugin. */
export class Cloud {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  get calls(): readonly CloudCall[] {
    return this.#read().calls;
  }

  /** The IDs of what exists. */
  get ids(): readonly string[] {
    return Object.keys(this.#read().resources);
  }

  /** `name` is the resource's in the program. The wanted ID, or one after it while that is taken. */
  create(name: string, wanted: string, inputs: Properties): string {
    const { resources } = this.#read();
    let id = wanted;
    for (let copy = 2; id in resources; copy++) id = `${wanted}-${copy}`;
    this.#write({ method: "create", id, name }, { ...resources, [id]: inputs });
    return id;
  }

  update(name: string, id: string, inputs: Properties): void {
    this.#write({ method: "update", id, name }, { ...this.#read().resources, [id]: inputs });
  }

  delete(name: string, id: string): void {
    const { [id]: _, ...others } = this.#read().resources;
    this.#write({ method: "delete", id, name }, others);
  }

  #read() {
    return existsSync(this.#file)
      ? content.parse(JSON.parse(readFileSync(this.#file, "utf8")))
      : { resources: {}, calls: [] };
  }

  #write(next: CloudCall, resources: Readonly<Record<string, Properties>>): void {
    writeFileSync(this.#file, JSON.stringify({ resources, calls: [...this.calls, next] }));
  }
}
