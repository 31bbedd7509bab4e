import { z } from "zod";
import { LineProcess } from "../process/LineProcess.ts";

const status = z.object({ port: z.number(), requests: z.number() });

/** The service of the benchmark, as its parts see it. */
export class Service implements AsyncDisposable {
  readonly port: number;
  readonly #process: LineProcess;

  private constructor(process: LineProcess, port: number) {
    this.#process = process;
    this.port = port;
  }

  static async start(): Promise<Service> {
    const process = LineProcess.node("service/main.ts");
    const { port } = status.parse(await process.ask({}));
    return new Service(process, port);
  }

  /** How long each reply is kept back. */
  async setLatency(latencyMs: number): Promise<void> {
    await this.#process.ask({ latencyMs });
  }

  /** How many requests come while something is done. */
  async countRequests(run: () => Promise<unknown>): Promise<number> {
    const before = await this.#requests();
    await run();
    return (await this.#requests()) - before;
  }

  async #requests(): Promise<number> {
    return status.parse(await this.#process.ask({})).requests;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#process[Symbol.asyncDispose]();
  }
}
