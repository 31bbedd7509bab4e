import type { Client } from "../client/openClient.ts";
import { openClient } from "../client/openClient.ts";
import type { Settings } from "../client/settings.ts";
import { hideHere } from "../core/hiding.ts";
import type { Host } from "../core/host.ts";
import type { Rows, Session } from "../lookups/session.ts";
import type { EngineLog, Severity } from "./engineLog.ts";

/** What one configured provider keeps: its connections, and the signal that ends everything in flight. */
export class ProviderState {
  readonly host: Host;
  readonly #cancel = new AbortController();
  readonly #cancelled = new Promise<void>((resolve) =>
    this.#cancel.signal.addEventListener("abort", () => resolve(), { once: true }),
  );
  #inFlight = new Map<string, Promise<Rows>>();
  #client: Client | undefined;
  #log: EngineLog = () => Promise.resolve();
  #told = Promise.resolve();
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
  configure(read: () => Settings, unknown: ReadonlySet<string>, secretSettings: readonly string[] = []): void {
    this.#secretSettings = secretSettings;
    this.#client?.close();
    this.#client = undefined;
    this.#inFlight = new Map();
    const warn = (message: string) => this.log("warning", message);
    this.#client = openClient(read(), this.host, this.#cancel.signal, warn, unknown);
  }

  /** Says it after everything that was said before: two calls to the engine at once may arrive in either order. */
  log(severity: Severity, message: string, urn?: string): void {
    const shown = hideHere(message);
    this.#told = this.#told.then(() => this.#log(severity, shown, urn));
  }

  /** When the engine has all of it. It ends a plugin soon after its last answer, and loses what comes later. */
  async told(): Promise<void> {
    await Promise.race([this.#told, this.#cancelled]);
  }

  /** What a lookup works with; its warnings go to the resource with this URN, or to the stack. */
  session(urn?: string): Session {
    if (this.#client === undefined) throw new Error("The provider is not configured: its configuration was refused.");
    return {
      client: this.#client,
      host: this.host,
      signal: this.#cancel.signal,
      warn: (message) => this.log("warning", message, urn),
      inFlight: this.#inFlight,
    };
  }

  cancel(): void {
    this.#cancel.abort();
    this.#client?.close();
  }
}
