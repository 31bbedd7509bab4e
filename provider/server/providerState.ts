import type { Client } from "../client/openClient.ts";
import { openClient } from "../client/openClient.ts";
import type { Settings } from "../client/settings.ts";
import type { Host } from "../core/host.ts";
import type { Rows, Session } from "../lookups/session.ts";
import type { EngineLog } from "./engineLog.ts";

/** What one configured provider keeps: its connections, and the signal that ends everything in flight. */
export class ProviderState {
  readonly host: Host;
  readonly #cancel = new AbortController();
  readonly #inFlight = new Map<string, Promise<Rows>>();
  #client: Client | undefined;
  #log: EngineLog = () => undefined;

  constructor(host: Host) {
    this.host = host;
  }

  attach(log: EngineLog): void {
    this.#log = log;
  }

  configure(settings: Settings): void {
    this.#client?.close();
    this.#client = openClient(settings, this.host, this.#cancel.signal);
  }

  log: EngineLog = (...message) => this.#log(...message);

  /** What a lookup works with; its warnings go to the resource with this URN, or to the stack. */
  session(urn?: string): Session {
    this.#client ??= openClient({}, this.host, this.#cancel.signal);
    return {
      client: this.#client,
      host: this.host,
      signal: this.#cancel.signal,
      warn: (message) => this.#log("warning", message, urn),
      inFlight: this.#inFlight,
    };
  }

  cancel(): void {
    this.#cancel.abort();
    this.#client?.close();
  }
}
