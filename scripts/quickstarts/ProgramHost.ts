import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type handleUnaryCall, Server, ServerCredentials } from "@grpc/grpc-js";
import languageGrpc from "@pulumi/pulumi/proto/language_grpc_pb.js";
import type * as pb from "@pulumi/pulumi/proto/language_pb.js";
import languageProto from "@pulumi/pulumi/proto/language_pb.js";
import pluginProto from "@pulumi/pulumi/proto/plugin_pb.js";

/** The program that Pulumi's own language host would start, from what the engine says of the run. */
export type StartedProgram = (run: pb.RunRequest.AsObject, engine: string) => ProgramCommand;

export interface ProgramCommand {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Stands in for Pulumi's language hosts, which the engine built from Go modules comes without: `pulumi preview --client
 * ADDRESS` asks it to run the program, and it starts the same process with the same arguments and environment.
 */
export class ProgramHost implements AsyncDisposable {
  readonly #server = new Server();
  /** What the programs have printed. */
  output = "";

  constructor(start: StartedProgram) {
    const run: handleUnaryCall<pb.RunRequest, pb.RunResponse> = (call, answer) => {
      const request = call.request.toObject();
      this.#run(start(request, request.argsList[0] ?? "")).then(
        (problem) => answer(null, response(problem)),
        (error: unknown) => answer(null, response(String(error))),
      );
    };
    this.#server.addService(languageGrpc.LanguageRuntimeService, {
      run,
      getRequiredPlugins: unary(() => new languageProto.GetRequiredPluginsResponse()),
      getRequiredPackages: unary(() => new languageProto.GetRequiredPackagesResponse()),
      getPluginInfo: unary(() => new pluginProto.PluginInfo()),
    });
  }

  listen(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
        if (error) reject(error);
        else resolve(`127.0.0.1:${port}`);
      });
    });
  }

  async #run({ command: [program, ...args], cwd, env }: ProgramCommand): Promise<string> {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: 120_000 });
    this.#collect(child);
    const [code, signal] = await once(child, "close");
    return code === 0 ? "" : `the program ended with ${code ?? signal}`;
  }

  #collect({ stdout, stderr }: ChildProcess): void {
    for (const stream of [stdout, stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
      });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise((resolve) => this.#server.tryShutdown(resolve));
  }
}

function unary<Request, Response>(make: () => Response): handleUnaryCall<Request, Response> {
  return (_, answer) => answer(null, make());
}

function response(problem: string): pb.RunResponse {
  const made = new languageProto.RunResponse();
  made.setError(problem);
  return made;
}
