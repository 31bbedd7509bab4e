/** Runs a TypeScript program as an Automation API inline program: a process of its own, told what to do by its parent. */
import { type InlineProgramArgs, LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import { z } from "zod";

const [programFile = "", workDir = "", stackName = ""] = process.argv.slice(2);
const programModule = z.object({
  program: z.custom<InlineProgramArgs["program"]>((value) => typeof value === "function"),
});
const order = z.enum(["preview", "up"]);

const { program } = programModule.parse(await import(programFile));
const stack = await LocalWorkspace.createOrSelectStack({ stackName, projectName: "inline", program }, { workDir });

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
    if (order.parse(message) === "preview") await stack.preview(options);
    else await stack.up(options);
    process.send?.({ succeeded: true, output: output.join(""), events });
  } catch (error) {
    process.send?.({ succeeded: false, output: output.join("") || String(error), events });
  }
});
process.send?.("ready");
