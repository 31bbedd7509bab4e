/** Runs a TypeScript program as an Automation API inline program: a process of its own, told what to do by its parent. */
import {
  type DestroyOptions,
  type InlineProgramArgs,
  LocalWorkspace,
  type PreviewOptions,
  type UpOptions,
} from "@pulumi/pulumi/automation/index.js";
import { z } from "zod";

const [programFile = "", workDir = "", stackName = ""] = process.argv.slice(2);
const programModule = z.object({
  program: z.custom<InlineProgramArgs["program"]>((value) => typeof value === "function"),
});
const order = z.enum(["preview", "up", "destroy", "destroyRunningProgram"]);

const { program } = programModule.parse(await import(programFile));
const stack = await LocalWorkspace.createOrSelectStack({ stackName, projectName: "inline", program }, { workDir });

function run(asked: z.output<typeof order>, options: PreviewOptions & UpOptions & DestroyOptions) {
  if (asked === "preview") return stack.preview(options);
  if (asked === "up") return stack.up(options);
  return stack.destroy({ ...options, runProgram: asked === "destroyRunningProgram" });
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
    await run(order.parse(message), options);
    process.send?.({ succeeded: true, output: output.join(""), events });
  } catch (error) {
    process.send?.({ succeeded: false, output: output.join("") || String(error), events });
  }
});
process.send?.("ready");
