import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks.js";
import { version } from "./generated/version.ts";

/** A test with `setMocks`, which has no engine, and where nothing of ours may be in the way of its expectations. */
export const underMocks = () => pulumi.runtime.getMonitor() instanceof MockMonitor;

/** The engine did not ask the provider, whose configuration is not known yet: neither a result nor a refusal. */
export class NotEvaluated extends pulumi.RunError {}

/** The plain form: a promise, rejected with an error that Pulumi prints without a stack. */
export async function lookup<Result extends object>(
  token: string,
  args: object,
  opts: pulumi.InvokeOptions = {},
): Promise<Result> {
  let result: Result;
  try {
    result = await pulumi.runtime.invoke(token, { ...args }, { version, ...opts });
  } catch (error) {
    // RunError takes no cause, and Pulumi prints its message alone: that is why it is used.
    // biome-ignore lint/style/useErrorCause: see above
    throw new pulumi.RunError(withoutPrefix(token, error));
  }
  if (Object.keys(result).length > 0) return result;
  throw new NotEvaluated(
    `${token} was not evaluated, as the provider's configuration is not known yet in this preview. ` +
      `Use ${token.split(":").at(-1)}Output: its result is unknown then, which stops nothing and passes nothing.`,
  );
}

/**
 * The Output form. A refusal comes as data and is thrown here, because a rejected Output-form invoke prints a stack
 * that no program can catch. An answer without any key was not given by us: it is unknown, never a result.
 */
export function lookupOutput<Result extends object>(
  token: string,
  args: object,
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<Result> {
  const asked = underMocks() ? { ...args } : { ...args, __refusalAsData: true };
  const answer = pulumi.runtime.invokeOutput<Result>(token, asked, { version, ...opts });
  return answer.apply((result): Result => {
    if ("__refusal" in result) throw new pulumi.RunError(`${token}: ${result.__refusal}`);
    if (Object.keys(result).length > 0) return result;
    if (!pulumi.runtime.isDryRun()) throw new pulumi.RunError(`${token} gave no answer.`);
    return pulumi.runtime.deserializeProperty(pulumi.runtime.unknownValue);
  });
}

function withoutPrefix(token: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${token}: ${message.replace(/^.*?returned an error: /s, "").replace(/^Invoke of '[^']*' failed: /, "")}`;
}
