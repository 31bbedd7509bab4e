import { hideHere } from "../core/hiding.ts";
import type { Host } from "../core/host.ts";
import { openSession } from "../lookups/openSession.ts";
import type { Session } from "../lookups/session.ts";
import type { EngineLog, Severity } from "./engineLog.ts";
import type { PropertyBag } from "./propertyBag.ts";

/** What one configured provider keeps: its connections, and the signal that ends everything in flight. */
export class ProviderState {
  readonly host: Host;
  readonly #cancel = new AbortController();
  readonly #cancelled = new Promise<void>((resolve) =>
    this.#cancel.signal.addEventListener("abort", () => resolve(), { once: true }),
  );
  #session: Session | undefined;
  #log: EngineLog = () => Promise.resolve();
  #pendingLog = Promise.resolve();
  /** What came as a secret with the configuration, beside the keys, which nobody shows anyway. */
  #secretSettings: readonly string[] = [];

  constructor(host: Host) {
    this.host = host;
  }

  attach(log: EngineLog): void {
    this.#log = log;
  }

  get secretSettings(): readonly string[] {
    return this.#secretSettings;
  }

  /** Nothing of an earlier configuration is left, also when this one cannot be read. */
  configure(configuration: PropertyBag, secretSettings: readonly string[]): void {
    this.#secretSettings = secretSettings;
    this.#session?.client.close();
    this.#session = undefined;
    const warn = (message: string) => this.log("warning", message);
    this.#session = openSession(configuration, { host: this.host, signal: this.#cancel.signal, warn });
  }

  /** Says it after everything that was said before: two calls to the engine at once may arrive in either order. */
  log(severity: Severity, message: string, urn?: string): void {
    const shown = hideHere(message);
    this.#pendingLog = this.#pendingLog.then(() => this.#log(severity, shown, urn));
  }

  /**
   * Resolves when the engine has every message: it ends a plugin soon after its last answer, and loses what comes later.
   */
  async flushLog(): Promise<void> {
    await Promise.race([this.#pendingLog, this.#cancelled]);
  }

  /** What a lookup works with; its warnings go to the resource with this URN, or to the stack. */
  session(urn?: string): Session {
    if (this.#session === undefined) throw new Error("The provider is not configured: its configuration was refused.");
    return { ...this.#session, warn: (message) => this.log("warning", message, urn) };
  }

  cancel(): void {
    this.#cancel.abort();
    this.#session?.client.close();
  }
}
