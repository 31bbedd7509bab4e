import { z } from "zod";
import * as argument from "../core/argument.ts";

const enforcement = ["deny", "warn", "off"] as const;

/** How a gate behaves. */
export type Controls = z.output<ReturnType<typeof gateControls>>;

interface ControlDocs {
  readonly defaultRecheck: string;
  /** What a row is called in a sentence: `backup`. */
  readonly label: string;
}

/** The inputs that every gate has beside those that say what it judges. */
export function gateControls({ defaultRecheck, label }: ControlDocs) {
  return z.object({
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
