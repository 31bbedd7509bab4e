import { z } from "zod";

/** What the process of programs is asked to do: all of a project is in each request. */
export const programRequest = z.object({
  id: z.number(),
  /** The file with the program. */
  program: z.string(),
  workDir: z.string(),
  stackName: z.string(),
  /** The whole environment of the program and of `pulumi`. */
  env: z.record(z.string(), z.string()),
  order: z.enum(["preview", "up", "destroy", "destroyRunningProgram"]),
  flags: z.object({
    /** URNs. */
    target: z.array(z.string()).optional(),
    refresh: z.boolean().default(false),
    expectNoChanges: z.boolean().default(false),
    /** What destroying would do. */
    previewOnly: z.boolean().default(false),
  }),
});

export type ProgramRequest = z.output<typeof programRequest>;
/** As the Automation API names them. */
export type RunFlags = Readonly<Partial<ProgramRequest["flags"]>>;

export const programReply = z.object({
  id: z.number(),
  succeeded: z.boolean(),
  output: z.string(),
  events: z.array(z.unknown()),
});
export type ProgramReply = z.output<typeof programReply>;
