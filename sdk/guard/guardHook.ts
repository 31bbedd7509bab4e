import { AsyncLocalStorage } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";
import { getBackups } from "../generated/rds/index.ts";
import { NotEvaluated, underMocks } from "../lookup.ts";
import { type HookQuestion, judgeStep } from "./judgeStep.ts";

/** Given the step, the question to ask about it. `dbInstanceId`: another instance than the step's own. */
type Ask = (step: pulumi.ResourceHookArgs) => HookQuestion & { readonly dbInstanceId?: string | undefined };

/** A hook that runs in preview too, and lets a step go on only when the backups are as the question wants them. */
export function guardHook(name: string, provider: pulumi.ProviderResource | undefined, ask: Ask): pulumi.ResourceHook {
  if (underMocks()) return idleHook(name);
  const ready = provider ? Promise.resolve(undefined) : startDefaultProvider();
  const judge = async (step: pulumi.ResourceHookArgs) => {
    const { dbInstanceId, ...question } = ask(step);
    await judgeStep({ ...question, provider }, step, { givenId: dbInstanceId, obstacle: await ready });
  };
  // The engine calls from outside of the program, where the Automation API's inline programs know neither their stack
  // nor whether this is a preview: the hook is bound to the program that made it.
  return new pulumi.ResourceHook(name, AsyncLocalStorage.bind(judge), { onDryRun: true });
}

/**
 * The engine starts the provider of a stack's configuration at its first call, but only while the program runs:
 * deletions come afterwards, and a hook's call would wait for ever. So a call is made now, of which nothing comes but
 * that an argument is missing. Any other error would make hooks wait, and is theirs to tell.
 */
async function startDefaultProvider(): Promise<Error | undefined> {
  try {
    await getBackups({ dbInstanceId: "" }, { async: true });
    return undefined;
  } catch (error) {
    if (error instanceof NotEvaluated) return undefined;
    const told = error instanceof Error ? error : new pulumi.RunError(String(error));
    return told.message.includes("dbInstanceId") ? undefined : told;
  }
}

/** Pulumi's mocks know no hooks: a real one would make the resource that it is bound to wait for ever. */
function idleHook(name: string): pulumi.ResourceHook {
  return Object.assign(Object.create(pulumi.ResourceHook.prototype), {
    __pulumiResourceHook: true,
    __registered: Promise.resolve(),
    name,
    callback: () => Promise.resolve(),
  });
}
