import * as pulumi from "@pulumi/pulumi";
import { version } from "./generated/version.ts";
import { underMocks, unknownResult } from "./internals.ts";

/** The engine did not call the provider, because its configuration is unknown in this preview. */
export class NotEvaluatedError extends pulumi.RunError {}

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
  throw new NotEvaluatedError(
    `${token} was not evaluated, as the provider's configuration is not known yet in this preview. ` +
      `Use ${token.split(":").at(-1)}Output: its result is unknown then, which stops nothing and passes nothing.`,
  );
}

/**
 * The Output form. A refusal comes as data and is thrown here, because a rejected Output-form invoke prints a stack
 * that no program can catch. An answer without any key does not come from our provider: the result is unknown then.
 */
export function lookupOutput<Result extends object>(
  token: string,
  args: object,
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<Result> {
  const invokeArgs = underMocks() ? { ...args } : { ...args, __refusalAsData: true };
  const answer = pulumi.runtime.invokeOutput<Result>(token, invokeArgs, { version, ...opts });
  return answer.apply((result): Result => {
    if ("__refusal" in result) throw new pulumi.RunError(`${token}: ${result.__refusal}`);
    if (Object.keys(result).length > 0) return result;
    if (!pulumi.runtime.isDryRun()) throw new pulumi.RunError(`${token} gave no answer.`);
    return unknownResult();
  });
}

function withoutPrefix(token: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${token}: ${message.replace(/^.*?returned an error: /s, "").replace(/^Invoke of '[^']*' failed: /, "")}`;
}
