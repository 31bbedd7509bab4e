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

  /** What was said to the user, debug messages left out. */
  messages(): readonly Message[] {
    return this.all.flatMap(({ diagnosticEvent: told }) =>
      told && told.severity !== "debug"
        ? [{ severity: told.severity, text: told.message, resource: nameOf(told.urn ?? "") }]
        : [],
    );
  }
}

export function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? urn;
}
