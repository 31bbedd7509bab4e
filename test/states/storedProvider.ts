import { compileFunction } from "node:vm";
import { z } from "zod";
import { dynamicMethods } from "../../provider/dynamic/dynamicMethods.ts";
import type { StackConfig } from "../../provider/dynamic/withStackSession.ts";

type Methods = ReturnType<typeof dynamicMethods>;

const provider = z.looseObject({ configure: z.function({ input: [z.unknown()], output: z.promise(z.void()) }) });
const exported = z.object({ handler: z.function({ input: [], output: provider }) });

/** Evaluates the source of a provider from a state as Pulumi's host does: what it requires is the package of now. */
export async function storedProvider(source: unknown, config: StackConfig): Promise<Methods> {
  let methods: Methods | undefined;
  const load = (path: string) => {
    if (path !== "pulumi-alicloud-backups/dynamic") throw new Error(`The state asks for ${path}.`);
    return {
      dynamicMethods: (token: string, stackConfig: StackConfig) => {
        methods = dynamicMethods(token, stackConfig);
        return methods;
      },
    };
  };
  const exports = {};
  compileFunction(z.string().parse(source), ["exports", "require"])(exports, load);
  await exported.parse(exports).handler().configure({ config });
  if (methods === undefined) throw new Error("The stored provider took no methods from the package.");
  return methods;
}
