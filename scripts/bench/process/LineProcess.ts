import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A program in a process of its own, which answers each line of JSON with one. */
export class LineProcess implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #replies: Interface;
  readonly #ended: Promise<unknown>;

  /** `env` is all of its environment. */
  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
    const child = spawn(command, args, { env, stdio: ["pipe", "pipe", "inherit"] });
    this.#child = child;
    this.#ended = once(child, "close");
    this.#replies = createInterface({ input: child.stdout });
  }

  /** Our own programs are TypeScript beside this folder. */
  static node(file: string, args: readonly string[] = []): LineProcess {
    const program = fileURLToPath(new URL(`../${file}`, import.meta.url));
    return new LineProcess(process.execPath, ["--disable-warning=ExperimentalWarning", program, ...args]);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** One request at a time. */
  async ask(request: object): Promise<unknown> {
    const reply = once(this.#replies, "line");
    this.#child.stdin?.write(`${JSON.stringify(request)}\n`);
    const end = this.#ended.then(() => {
      throw new Error(`A program of the benchmark ended without a reply: ${this.#child.spawnargs.join(" ")}`);
    });
    const [line] = await Promise.race([reply, end]);
    return JSON.parse(String(line));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }
}
