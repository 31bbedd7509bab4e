import * as argument from "../core/argument.ts";
import { InputType } from "../core/inputType.ts";
import type { Json } from "../core/json.ts";
import { object, strictNamedObject, type ValuesOf } from "../core/objectInputType.ts";
import type { Override } from "./override.ts";
import { overrideProblem } from "./override.ts";

const enforcement = ["deny", "warn", "off"] as const;

const overrideMembers = strictNamedObject(
  {
    reason: overrideMember("reason").describe(
      "Why the gate may be passed, in words: shown wherever the override lets something through, and kept in the state.",
    ),
    until: overrideMember("until").describe(
      'When the override ends (RFC 3339 with its zone, such as `"2026-08-01T18:00:00Z"`): at most 7 days after the moment at which it is judged.',
    ),
  },
  {
    module: "index",
    name: "Override",
    doc: "Break-glass: lets something through for a time that ends by itself, whatever the verdict.",
  },
);

const override = new InputType<Override>({
  read: (value) => {
    const { reason, until } = overrideMembers.read(value) ?? {};
    return reason === undefined || until === undefined ? undefined : { reason, until };
  },
  makeSchema: () => overrideMembers.schema,
});

/** How a gate behaves. */
export type GateControls = ValuesOf<ReturnType<typeof gateControlsInputType>>;

interface ControlDocs {
  readonly defaultRecheck: string;
  /** What a row is called in a sentence: `backup`. */
  readonly label: string;
}

/** The inputs that every gate has beside those that say what it judges. */
export function gateControlsInputType({ defaultRecheck, label }: ControlDocs) {
  return object({
    enforcement: argument
      .choice(enforcement)
      .optional()
      .describe(
        "What a verdict other than `pass` does: `deny` refuses the deployment (the default), `warn` says so and goes on, `off` asks nothing and goes on.",
      ),
    previewEnforcement: argument
      .choice(enforcement)
      .optional()
      .describe("The same for `pulumi preview` alone. Default: `enforcement`."),
    override: override
      .optional()
      .describe(
        "Break-glass: until this time the gate lets through whatever the verdict is, with a warning that has the report and the reason; `denyDestroy` lets go, too. The verdict stays what it is. After that time the gate judges as if the override were not there.",
      ),
    waitFor: argument.positiveDuration
      .optional()
      .describe(
        'How long `pulumi up` waits for a pass under `deny`, such as `"2h"`; a preview never waits. `customTimeouts` can only shorten it. Default: no wait.',
      ),
    recheck: argument
      .choice(["always", "untilPassed"])
      .optional()
      .describe(
        `When a gate that has passed is evaluated again: \`always\` on every deployment, \`untilPassed\` only when its inputs change. Default: \`${defaultRecheck}\`.`,
      ),
    track: argument
      .choice(["recorded", "newest"])
      .optional()
      .describe(
        `Which ${label} the outputs tell: the one that let the gate pass first (\`recorded\`, the default), or always the newest, which is a change whenever there is a newer one.`,
      ),
    denyDestroy: argument.bool
      .optional()
      .describe(
        "Refuse to delete the gate while the verdict is not `pass`: this stops a `pulumi destroy` before it reaches what the gate was made from. Default: `false`.",
      ),
  });
}

function overrideMember(member: Parameters<typeof overrideProblem>[0]): InputType<string> {
  const error = overrideProblem(member, undefined) ?? "";
  return argument.text({ accepts: (text) => overrideProblem(member, text) === undefined, error });
}

/** An override out of the state, perhaps by another version; undefined for one that cannot be read. */
export function readOverride(value: Json): Override | undefined {
  return override.read(value);
}
