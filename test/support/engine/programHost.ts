/**
 * Runs TypeScript programs as Automation API inline programs: a process of its own, told what to do by its parent. It
 * serves one project after another, because loading Pulumi's SDK takes as long as a preview.
 */
import {
  type DestroyOptions,
  type InlineProgramArgs,
  LocalWorkspace,
  type PreviewOptions,
  PulumiCommand,
  Stack,
  type UpOptions,
} from "@pulumi/pulumi/automation/index.js";
import * as settings from "@pulumi/pulumi/runtime/settings.js";
import { z } from "zod";
import { type ProgramReply, type ProgramRequest, programRequest } from "./programRequest.ts";

const programModule = z.object({
  program: z.custom<InlineProgramArgs["program"]>((value) => typeof value === "function"),
});

// Many engines run the program in this process, and one may get the port of another before it. Pulumi's SDK leaves its
// connections open, and gRPC would take it from those that nobody answers there.
Object.assign(Reflect.get(settings, "grpcClientOptions"), { "grpc.use_local_subchannel_pool": 1 });

// Asks `pulumi` for its version, once.
const pulumiCommand = await PulumiCommand.get();

async function stackOf({ program: file, workDir, stackName }: ProgramRequest): Promise<Stack> {
  const { program } = programModule.parse(await import(file));
  const workspace = await LocalWorkspace.create({ workDir, program, pulumiCommand });
  // It is there already, and every command names it.
  Object.assign(workspace, { selectStack: () => Promise.resolve() });
  const stack = await Stack.select(stackName, workspace);
  // Nobody reads them here, and they would start pulumi three times more for every up.
  return Object.assign(stack, { outputs: () => Promise.resolve({}), info: () => Promise.resolve(undefined) });
}

async function run(request: ProgramRequest, common: PreviewOptions & UpOptions & DestroyOptions) {
  const { order, flags } = request;
  const { target, refresh, expectNoChanges } = flags;
  const options = { ...common, refresh, ...(target && { target }), ...(expectNoChanges && { expectNoChanges }) };
  const stack = await stackOf(request);
  if (order === "preview") return stack.preview(options);
  if (order === "up") return stack.up(options);
  const destroy = { ...options, runProgram: order === "destroyRunningProgram" };
  return flags.previewOnly ? stack.previewDestroy(destroy) : stack.destroy(destroy);
}

/** As if this process had been started for the project alone. */
function enter({ workDir, env }: ProgramRequest): void {
  process.chdir(workDir);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
}

process.on("message", async (message) => {
  const request = programRequest.parse(message);
  const output: string[] = [];
  const events: unknown[] = [];
  const options = {
    color: "never" as const,
    onOutput: (text: string) => output.push(text),
    onError: (text: string) => output.push(text),
    onEvent: (event: unknown) => events.push(event),
  };
  const answer = (reply: Omit<ProgramReply, "id" | "events">) => process.send?.({ id: request.id, events, ...reply });
  enter(request);
  try {
    await run(request, options);
    answer({ succeeded: true, output: output.join("") });
  } catch (error) {
    answer({ succeeded: false, output: output.join("") || String(error) });
  }
});
process.on("disconnect", () => process.exit());
