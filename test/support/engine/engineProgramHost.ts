/** Runs a TypeScript program as an Automation API inline program: a process of its own, told what to do by its parent. */
import {
  type DestroyOptions,
  type InlineProgramArgs,
  LocalWorkspace,
  type PreviewOptions,
  type UpOptions,
} from "@pulumi/pulumi/automation/index.js";
import * as settings from "@pulumi/pulumi/runtime/settings.js";
import { z } from "zod";

const [programFile = "", workDir = "", stackName = ""] = process.argv.slice(2);
const programModule = z.object({
  program: z.custom<InlineProgramArgs["program"]>((value) => typeof value === "function"),
});
const asked = z.object({
  order: z.enum(["preview", "up", "destroy", "destroyRunningProgram"]),
  flags: z.object({
    target: z.array(z.string()).optional(),
    previewOnly: z.boolean().default(false),
    refresh: z.boolean().default(false),
    expectNoChanges: z.boolean().default(false),
  }),
});

// Many engines run the program in this process, and one may get the port of another before it. Pulumi's SDK leaves its
// connections open, and gRPC would take it from those that nobody answers there.
Object.assign(Reflect.get(settings, "grpcClientOptions"), { "grpc.use_local_subchannel_pool": 1 });

const { program } = programModule.parse(await import(programFile));
const stack = await LocalWorkspace.createStack({ stackName, projectName: "inline", program }, { workDir });
// Nobody reads them here, and they would start pulumi three times more for every up.
Object.assign(stack, { outputs: () => Promise.resolve({}), info: () => Promise.resolve(undefined) });

function run(message: unknown, common: PreviewOptions & UpOptions & DestroyOptions) {
  const { order, flags } = asked.parse(message);
  const { target, refresh, expectNoChanges } = flags;
  const options = { ...common, refresh, ...(target && { target }), ...(expectNoChanges && { expectNoChanges }) };
  if (order === "preview") return stack.preview(options);
  if (order === "up") return stack.up(options);
  const destroy = { ...options, runProgram: order === "destroyRunningProgram" };
  return flags.previewOnly ? stack.previewDestroy(destroy) : stack.destroy(destroy);
}

process.on("message", async (message) => {
  const output: string[] = [];
  const events: unknown[] = [];
  const options = {
    color: "never" as const,
    onOutput: (text: string) => output.push(text),
    onError: (text: string) => output.push(text),
    onEvent: (event: unknown) => events.push(event),
  };
  try {
    await run(message, options);
    process.send?.({ succeeded: true, output: output.join(""), events });
  } catch (error) {
    process.send?.({ succeeded: false, output: output.join("") || String(error), events });
  }
});
process.send?.("ready");
