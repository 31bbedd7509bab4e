import { InputError } from "../../core/errors/InputError.ts";
import type { JsonObject } from "../../core/json.ts";
import type { Session } from "../session.ts";
import type { Gate } from "./gate.ts";
import { recordCounts } from "./recordCounts.ts";

interface Deployed {
  /** What the gate recorded when it was last created or updated. */
  readonly recorded: JsonObject;
  /** Its inputs, unchanged since then. */
  readonly values: JsonObject;
}

/** A session is opened only where one is needed. */
type WithSession = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

/**
 * The output that another evaluation may change; undefined while the record stands. A gate that still passes where it
 * passed is no change, whichever row lets it pass now. Never refuses: words, region or key that cannot be used make an
 * evaluation due, and that one says what is wrong with them.
 */
export async function dueOutput(
  gate: Gate,
  { recorded, values }: Deployed,
  withSession: WithSession,
): Promise<"verdict" | "place" | undefined> {
  const judge = () => withSession((session) => gate.judge(session, values));
  try {
    const { enforcement, previewEnforcement = enforcement, recheck, track } = gate.controls(values);
    if (enforcement === "off") {
      // A gate that is off in up alone must still refuse in preview.
      const stands = recorded.verdict === "off" && (previewEnforcement === "off" || (await judge()).verdict === "pass");
      return stands ? undefined : "verdict";
    }
    if (recorded.verdict !== "pass") return "verdict";
    const region = typeof values.region === "string" ? values.region : undefined;
    const { endpoint } = await withSession(async (session) => session.client.route(gate.operation, region));
    if (!recordCounts(recorded, gate.operation, endpoint)) return "place";
    if (recheck === "untilPassed" && track !== "newest") return undefined;
    const { verdict, best } = await judge();
    const unmoved = track !== "newest" || best?.id === recorded[gate.operation.identity];
    return verdict === "pass" && unmoved ? undefined : "verdict";
  } catch (error) {
    if (error instanceof InputError) return "verdict";
    throw error;
  }
}
