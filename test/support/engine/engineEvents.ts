import { z } from "zod";

const metadata = z.looseObject({ op: z.string(), urn: z.string(), type: z.string() });
const step = z.looseObject({ metadata, planning: z.boolean().optional() });
const event = z.looseObject({
  resourcePreEvent: step.optional(),
  resOutputsEvent: step.optional(),
  resOpFailedEvent: step.optional(),
  diagnosticEvent: z.looseObject({ message: z.string(), severity: z.string(), urn: z.string().optional() }).optional(),
});

export type EngineEvent = z.output<typeof event>;

export interface Message {
  readonly severity: string;
  readonly text: string;
  /** Of the resource that it is about; empty for the stack. */
  readonly resource: string;
}

/** What the engine itself tells about a run: its event stream, from the CLI's event log or the Automation API. */
export class EngineEvents {
  readonly all: readonly EngineEvent[];

  constructor(raw: readonly unknown[]) {
    this.all = raw.map((each) => event.parse(each));
  }

  /** `create`, `update`, `delete` and so on, for each resource that was touched or would be; not what stays the same. */
  touched(): Readonly<Record<string, string>> {
    const steps = this.all.flatMap((each) => [each.resourcePreEvent, each.resOutputsEvent, each.resOpFailedEvent]);
    const changes = steps.flatMap((each) =>
      each && !["same", "read", "refresh"].includes(each.metadata.op) ? [each] : [],
    );
    return Object.fromEntries(changes.map((change) => [nameOf(change.metadata.urn), change.metadata.op]));
  }

  /** Every resource that the run came to, touched or not. */
  seen(): readonly string[] {
    const steps = this.all.flatMap((each) => [each.resourcePreEvent, each.resOutputsEvent]);
    return [...new Set(steps.flatMap((each) => (each ? [nameOf(each.metadata.urn)] : [])))];
  }

  /**
   * What the engine did about each resource, in its order: `update began`, then `update done` or `update failed`;
   * `same` when it left it alone. Steps of two resources may run at once: that is why they are told apart. What is not
   * here was not come to at all. Providers and the stack itself are left out.
   */
  steps(): Readonly<Record<string, readonly string[]>> {
    const told = this.all.flatMap(({ resourcePreEvent, resOutputsEvent, resOpFailedEvent }) => [
      ...stepText(resourcePreEvent, "began"),
      ...stepText(resOutputsEvent, "done"),
      ...stepText(resOpFailedEvent, "failed"),
    ]);
    const byResource = Map.groupBy(told, ({ resource }) => resource);
    return Object.fromEntries([...byResource].map(([name, steps]) => [name, steps.map(({ text }) => text)]));
  }

  /** The messages of one severity, by the resource that they are about; `stack` for those about none. */
  told(severity: "error" | "warning"): Readonly<Record<string, readonly string[]>> {
    const messages = this.messages().filter((message) => message.severity === severity);
    const byResource = Map.groupBy(messages, ({ resource }) => resource || "stack");
    return Object.fromEntries([...byResource].map(([name, all]) => [name, all.map(({ text }) => text)]));
  }

  /** What was said to the user, debug messages left out. */
  messages(): readonly Message[] {
    return this.all.flatMap(({ diagnosticEvent: told }) =>
      told && told.severity !== "debug"
        ? [{ severity: told.severity, text: told.message, resource: nameOf(told.urn ?? "") }]
        : [],
    );
  }
}

function stepText(told: z.output<typeof step> | undefined, went: "began" | "done" | "failed") {
  if (told === undefined || /^pulumi:(providers|pulumi):/.test(told.metadata.type)) return [];
  const { op, urn } = told.metadata;
  if (op === "same") return went === "began" ? [{ resource: nameOf(urn), text: "same" }] : [];
  return [{ resource: nameOf(urn), text: `${op} ${went}` }];
}

export function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? urn;
}
