import { AsyncLocalStorage } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";
import { getBackups } from "../generated/rds/index.ts";
import { idleHook, underMocks } from "../internals.ts";
import { NotEvaluatedError } from "../lookup.ts";
import { type HookOptions, judgeStep } from "./judgeStep.ts";

/** The options for one step. `dbInstanceId`: another instance than the step's own. */
type OptionsFor = (step: pulumi.ResourceHookArgs) => HookOptions & { readonly dbInstanceId?: string | undefined };

/** A hook that runs in preview too, and refuses a step unless the backups satisfy the options' conditions. */
export function guardHook(
  name: string,
  provider: pulumi.ProviderResource | undefined,
  optionsFor: OptionsFor,
): pulumi.ResourceHook {
  if (underMocks()) return idleHook(name);
  const ready = provider ? Promise.resolve(undefined) : startDefaultProvider();
  const judge = async (step: pulumi.ResourceHookArgs) => {
    const { dbInstanceId, ...options } = optionsFor(step);
    await judgeStep({ ...options, provider }, step, { explicitId: dbInstanceId, obstacle: await ready });
  };
  // The engine calls a hook outside of the program's async context, where an inline program (Automation API) knows neither
  // its stack nor whether this is a preview. So the hook is bound to the context that it was made in.
  return new pulumi.ResourceHook(name, AsyncLocalStorage.bind(judge), { onDryRun: true });
}

/**
 * The engine starts the provider of a stack's configuration at its first call, but only while the program runs:
 * deletions come afterwards, and a hook's call would wait for ever. Make a call that must fail validation, only to start
 * the provider. Any other error is reported by the hooks.
 */
async function startDefaultProvider(): Promise<Error | undefined> {
  try {
    await getBackups({ dbInstanceId: "" }, { async: true });
    return undefined;
  } catch (error) {
    if (error instanceof NotEvaluatedError) return undefined;
    const failure = error instanceof Error ? error : new pulumi.RunError(String(error));
    return failure.message.includes("dbInstanceId") ? undefined : failure;
  }
}
