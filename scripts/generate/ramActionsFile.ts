import type { Operation } from "../../provider/core/operation.ts";
import { permissionsOf } from "./permissionsOf.ts";

/** `sdk/generated/ramActions.ts`: what each function and gate needs, for ramPolicy. */
export function ramActionsFile(all: readonly { operation: Operation; name: string }[]): string {
  const lines = all.map((each) => {
    const actions = permissionsOf(each).map((action) => JSON.stringify(action));
    return `  "${each.operation.api.module}.${each.name}": [${actions.join(", ")}],\n`;
  });
  return `/** The RAM actions that each function and gate needs. */\nexport const ramActions = {\n${lines.join("")}} as const;\n`;
}
