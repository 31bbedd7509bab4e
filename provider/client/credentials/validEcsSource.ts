import { InputError } from "../../core/errors/InputError.ts";
import type { EcsSource } from "./CredentialSource.ts";
import { isVariableTrue } from "./environment.ts";
import type { SourceChoiceContext } from "./SourceChoiceContext.ts";

interface EcsSourceOptions {
  readonly property: string;
  readonly origin?: string;
}

/** @throws InputError when the name cannot be one, or the metadata service is switched off. */
export function validEcsSource(
  { env }: Pick<SourceChoiceContext, "env">,
  roleName: string,
  { property, origin }: EcsSourceOptions,
): EcsSource {
  if (!/^[\w.@-]{1,64}$/.test(roleName)) {
    throw new InputError([
      { property, reason: "expected the name of the RAM role that is attached to this ECS instance" },
    ]);
  }
  if (isVariableTrue(env, "ALIBABA_CLOUD_ECS_METADATA_DISABLED")) {
    const reason = "asks the ECS metadata service, which ALIBABA_CLOUD_ECS_METADATA_DISABLED switches off";
    throw new InputError([{ property, reason }]);
  }
  const onlyV2 = isVariableTrue(env, "ALIBABA_CLOUD_IMDSV1_DISABLED");
  return { kind: "ecs", roleName, onlyV2, origin: origin ?? `${property} ${roleName}` };
}
